package duka.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * One law of the house, with somebody who breaks it: a law that lets its offender go is no law.
 *
 * @param offender what breaks it, by its simple name or any other word of the report
 */
record Law(ArchRule rule, String offender) {

    static Law of(ArchRule rule, Class<?> offender) {
        return new Law(rule, offender.getName());
    }

    @Override
    public String toString() {
        return rule.getDescription();
    }
}
