package daraja.simulator.gateway;

/** The words that go with result codes; Safaricom changes them between channels and years. */
public final class ResultTexts {

    private ResultTexts() {}

    /** As callbacks and results say it. */
    public static String of(String code) {
        return switch (code) {
            case "0" -> "The service request is processed successfully.";
            case "1" -> "The balance is insufficient for the transaction.";
            case "2" -> "Declined due to limit rule: less than the minimum transaction amount.";
            case "3" -> "Declined due to limit rule: greater than the maximum transaction amount.";
            case "4" -> "Declined due to limit rule: would exceed daily transfer limit.";
            case "8" -> "Declined due to limit rule: would exceed the maximum balance.";
            case "11" -> "The DebitParty is in an invalid state.";
            case "15" -> "Duplicate Detected.";
            case "17" -> "Rule limited.";
            case "18" -> "Initiator credential check failure.";
            case "20" -> "Unresolved Initiator.";
            case "21" -> "The initiator is not allowed to initiate this request.";
            case "25" -> "Invalid parameter.";
            case "26" -> "Traffic blocking condition in place.";
            case "1001" -> "Unable to lock subscriber, a transaction is already in process for the current subscriber";
            case "1019" -> "Transaction has expired";
            case "1025" -> "An error occurred while sending a push request";
            case "1032" -> "Request Cancelled by user.";
            case "1036" -> "SMSC ACK timeout.";
            case "1037" -> "No response from user.";
            case "2001" -> "The initiator information is invalid.";
            case "2006" -> "The account status does not allow this transaction.";
            case "2028" -> "The request is not permitted according to product assignment.";
            case "2032" -> "The transaction receipt number does not exist.";
            case "2040" -> "Credit Party customer type can't be supported by the service.";
            case "4999" -> "The transaction is still under processing";
            case "8006" -> "The security credential is locked.";
            case "9999" -> "An error occurred while sending a push request";
            case "E3008" -> "Error, the user has a bad debt contract.";
            case "SFC_IC0003" -> "The operator does not exist.";
            case "R000001" -> "The transaction has already been reversed.";
            case "R000002" -> "The OriginalTransactionID is invalid.";
            default -> "The request could not be processed.";
        };
    }

    /** As the status query says it: the same prompt was seen with other words there. */
    public static String inQuery(String code) {
        return code.equals("1037") ? "DS timeout user cannot be reached." : of(code);
    }
}
