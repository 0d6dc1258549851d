package offender.cart.web;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Breaks: rows lie where they are read. */
@Entity
public class RowInTheWeb {

    @Id
    long id;
}
