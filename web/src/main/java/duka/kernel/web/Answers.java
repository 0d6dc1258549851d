package duka.kernel.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a method answers whose type does not say it, for the description of the API. A write answers so once the read
 * model shows it; until then it is a 202.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {

    /** The record of the resource; {@code Void} if there is nothing to show. */
    Class<?> value() default Void.class;

    /** Whether a POST makes something new, and so is answered by 201. */
    boolean creates() default true;
}
