package duka.kernel.api;

/**
 * An event that says which others it must not overtake: those that are written into the same row of a read model. A
 * sale's events name the order, a stock or catalogue event the product, a cart's events the cart.
 */
public interface SequencedBy {

    String sequencedBy();
}
