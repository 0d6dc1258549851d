package duka.payment.daraja;

/** What is known after a prompt was asked for. */
sealed interface PushAnswer {

    /** It is on its way. */
    record Accepted(String merchantRequestId, String checkoutRequestId) implements PushAnswer {

        /** Never the id: it holds the payer's number. */
        @Override
        public String toString() {
            return "Accepted[" + merchantRequestId + "]";
        }
    }

    /**
     * None went out.
     *
     * @param message what the customer reads
     */
    record Refused(String code, String message) implements PushAnswer {}

    /** One may be out. */
    record Unknown(String why) implements PushAnswer {}
}
