package daraja.simulator.asyncresult;

import daraja.simulator.gateway.Fields;
import daraja.simulator.gateway.Product;
import tools.jackson.databind.node.ObjectNode;

/** One of the products that are acknowledged now and answered later. */
interface AsyncProduct {

    Product product();

    /** Checks the fields in the order of the documentation, apart from the two addresses. */
    void check(Fields fields);

    /** Does it. Done again after a restart, it does nothing a second time. */
    Conclusion conclude(Conversation conversation);

    /** A failure in this product's form. */
    default Conclusion failed(String code) {
        return Conclusion.failed(code);
    }

    /** What stands in ReferenceData. */
    ObjectNode referenceItem(Conversation conversation);

    /** Whether ResultType and ResultCode of this product were seen as texts. */
    default boolean codesAsText() {
        return false;
    }

    /** Which field names the operator. */
    default String initiatorField() {
        return "Initiator";
    }
}
