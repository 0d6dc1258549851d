package offender.cart.web;

import org.springframework.beans.factory.annotation.Autowired;

/** Breaks: nothing is injected into a field. */
public final class InjectsFields {

    @Autowired
    String name = "";
}
