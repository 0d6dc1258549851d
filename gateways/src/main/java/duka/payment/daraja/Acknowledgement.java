package duka.payment.daraja;

/** What is known after something was asked for whose outcome is posted later. */
sealed interface Acknowledgement {

    record Accepted(String conversationId, String originatorConversationId) implements Acknowledgement {}

    /** It will not be done. */
    record Refused(String code, String message) implements Acknowledgement {}

    /** It was asked for before under this id; that first one counts. */
    record Duplicate() implements Acknowledgement {}

    /** The request never left. */
    record NotSent() implements Acknowledgement {}

    /** It may be done. */
    record Unknown(String why) implements Acknowledgement {}

    static Acknowledgement of(Reply reply) {
        return switch (reply) {
            case Reply.NotSent notSent -> new NotSent();
            case Reply.Silence silence -> new Unknown(silence.why());
            case Reply.Unreadable unreadable -> new Unknown("status " + unreadable.status());
            case Reply.Json json -> of(json);
        };
    }

    private static Acknowledgement of(Reply.Json json) {
        String conversation = json.text("ConversationID");
        String originator = json.text("OriginatorConversationID");
        String error = json.errorCode();
        if (json.isAccepted() && conversation != null && originator != null) {
            return new Accepted(conversation, originator);
        }
        if (error == null) {
            return new Unknown("status " + json.status());
        }
        if (error.equals("500.002.1001")) {
            return new Duplicate();
        }
        if (error.equals("500.003.02") || error.equals("500.003.03")) {
            return new NotSent();
        }
        return error.startsWith("500.") ? new Unknown(error) : new Refused(error, json.errorMessage());
    }
}
