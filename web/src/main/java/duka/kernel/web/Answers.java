package duka.kernel.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a write answers once the read model shows it, for the description of the API; until then it is a 202. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {

    /** The record of the resource; {@code Void} if there is nothing to show. */
    Class<?> value() default Void.class;

    /** Whether a POST makes something new, and so is answered by 201. */
    boolean creates() default true;
}
