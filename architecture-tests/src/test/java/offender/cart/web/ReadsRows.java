package offender.cart.web;

import jakarta.persistence.EntityManager;

/** Breaks: the web reads by questions. */
public final class ReadsRows {

    boolean open(EntityManager rows) {
        return rows.isOpen();
    }
}
