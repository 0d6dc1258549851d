package duka.payment.daraja;

import static org.assertj.core.api.Assertions.assertThat;

import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.PhoneNumber;
import duka.payment.api.PaymentCommand.Verdict;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every post that Safaricom was seen to make, read by the real readers. */
class CallbackReadingTest {

    private static final Money ONE_SHILLING = Money.ofMajor(1, CurrencyCode.KES);

    /** Case 20. */
    @Test
    void successes_name_amount_receipt_and_phone() {
        assertThat(Payload.named("stk-callback-0-")).hasSize(4).allSatisfy(file -> {
            StkCallback read = stk(file);
            assertThat(read.isSuccess()).isTrue();
            assertThat(read.amount()).isEqualTo(ONE_SHILLING);
            assertThat(read.checkoutRequestId()).startsWith("ws_CO_");
            assertThat(read.merchantRequestId()).isNotBlank();
        });
        StkCallback read = stk("stk-callback-0-success-2022");
        assertThat(read.receipt()).isEqualTo("QJD4T7ZOT0");
        assertThat(read.phone()).isEqualTo(new PhoneNumber("+254708374149"));
    }

    @Test
    void what_is_masked_is_not_taken_for_a_receipt_or_a_phone() {
        StkCallback read = stk("stk-callback-0-success-2026-sandbox");
        assertThat(read.receipt()).isNull();
        assertThat(read.phone()).isNull();
    }

    /** Case 21. */
    @Test
    void items_are_read_by_name_in_any_order_with_strangers_among_them() {
        StkCallback read = StkCallback.parse(Payload.JSON.readTree("""
                {"Body":{"stkCallback":{"ResultCode":"0","CheckoutRequestID":"ws_CO_1","CallbackMetadata":{"Item":[
                 {"Name":"PhoneNumber","Value":"254708374149"},{"Name":"Colour","Value":"green"},
                 {"Name":"Balance","Value":"{Amount={BasicAmount=1.00}}"},
                 {"Name":"MpesaReceiptNumber","Value":"SKE1ABCDEF"},{"Name":"Amount","Value":1.00}]}}}}""")).orElseThrow();
        assertThat(read.amount()).isEqualTo(ONE_SHILLING);
        assertThat(read.receipt()).isEqualTo("SKE1ABCDEF");
        assertThat(read.phone()).isEqualTo(new PhoneNumber("+254708374149"));
    }

    /** Cases 22 and 24. */
    @Test
    void failures_are_judged_by_their_code_and_never_by_their_words() {
        Map<String, String> expected = Map.of(
                "stk-callback-1019-expired-2022-sandbox", "1019",
                "stk-callback-1032-cancelled-2019", "1032",
                "stk-callback-1032-cancelled-docs", "1032",
                "stk-callback-1036-smsc-ack-timeout-2019", "1036",
                "stk-callback-1037-ds-timeout-2022", "1037",
                "stk-callback-1037-ds-timeout-2026-production", "1037",
                "stk-callback-2001-wrong-pin-2019", "2001",
                "stk-callback-2001-wrong-pin-2022", "2001");
        assertThat(Payload.named("stk-callback-").stream().filter(file -> !file.contains("-0-")))
                .hasSize(expected.size())
                .allSatisfy(file -> {
                    StkCallback read = stk(file);
                    assertThat(read.resultCode()).isEqualTo(expected.get(file));
                    assertThat(read.amount()).isNull();
                    assertThat(ResultCodes.STK.meaning(read.resultCode()).verdict())
                            .isEqualTo(Verdict.FAILED);
                });
    }

    /** Case 23. */
    @Test
    void codes_are_texts_or_numbers_and_sometimes_missing() {
        assertThat(code("0")).contains("0");
        assertThat(code("\"0\"")).contains("0");
        assertThat(code("\"SFC_IC0003\"")).contains("SFC_IC0003");
        assertThat(code("99999")).contains("99999");
        assertThat(StkCallback.parse(Payload.JSON.readTree("{\"Body\":{\"stkCallback\":{}}}")))
                .isEmpty();
        assertThat(StkCallback.parse(Payload.JSON.readTree("[1,2]"))).isEmpty();
        assertThat(ResultCodes.STK.meaning("99999").verdict()).isEqualTo(Verdict.UNKNOWN_CODE);
        assertThat(ResultCodes.STK.meaning("SFC_IC0003")).satisfies(meaning -> {
            assertThat(meaning.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(meaning.alert()).isTrue();
        });
        assertThat(ResultCodes.STK.meaning("E3008").verdict()).isEqualTo(Verdict.UNKNOWN_CODE);
    }

    /** Case 38. */
    @Test
    void results_are_read_whether_their_parameters_are_a_list_or_one_object_or_absent() {
        for (String product : new String[] {"reversal-result-", "status-result-", "b2c-result-", "balance-result-"}) {
            assertThat(Payload.named(product)).isNotEmpty().allSatisfy(file -> {
                AsyncResult read = result(file);
                assertThat(read.resultCode()).isNotBlank();
                assertThat(read.conversationId()).isNotBlank();
                assertThat(read.originatorConversationId()).isNotBlank();
            });
        }
        assertThat(result("balance-result-2001-2020-production").parameter("BOCompletedTime"))
                .isEqualTo("20200625232427");
        assertThat(result("reversal-result-0-success-docs").parameter("OriginalTransactionID"))
                .isEqualTo("SKC82PACB8");
        assertThat(result("status-result-0-completed-docs").parameter("TransactionStatus"))
                .isEqualTo("Completed");
        assertThat(result("status-result-0-completed-docs").parameter("ReceiptNo"))
                .isEqualTo("MBN31H462N");
        assertThat(result("b2c-result-0-success-docs").parameter("TransactionReceipt"))
                .isEqualTo("SG632NMUAB");
        assertThat(result("balance-result-0-success-docs").resultCode()).isEqualTo("0");
    }

    /** Case 39. */
    @Test
    void one_code_means_one_thing_for_a_prompt_and_another_for_a_refund() {
        assertThat(ResultCodes.STK.meaning("2001").alert()).isFalse();
        assertThat(ResultCodes.REVERSAL.meaning("2001").alert()).isTrue();
        assertThat(ResultCodes.REVERSAL.meaning("1").type()).isEqualTo(ResultClass.FAILURE);
        assertThat(ResultCodes.REVERSAL.meaning("8006").type()).isEqualTo(ResultClass.FAILURE);
        assertThat(ResultCodes.REVERSAL.meaning("R000001").type()).isEqualTo(ResultClass.DONE_BEFORE);
        assertThat(ResultCodes.REVERSAL.meaning("R000002").type()).isEqualTo(ResultClass.FAILURE);
        assertThat(ResultCodes.B2C.meaning("15").type()).isEqualTo(ResultClass.NO_ANSWER);
        assertThat(ResultCodes.B2C.meaning("2040").type()).isEqualTo(ResultClass.FAILURE);
        assertThat(ResultCodes.QUESTION.meaning("2032").type()).isEqualTo(ResultClass.NO_ANSWER);
    }

    @Test
    void an_announcement_names_receipt_amount_and_reference() {
        assertThat(C2bConfirmation.parse(Payload.json("c2b-confirmation-v2-masked-docs")))
                .contains(new C2bConfirmation("RKL51ZDR4F", Money.ofMajor(5, CurrencyCode.KES), "Sample Transaction"));
    }

    /** Case 40. */
    @Test
    void nothing_personal_is_in_the_printed_form() {
        assertThat(stk("stk-callback-0-success-2022").toString())
                .doesNotContain("708374149")
                .doesNotContain("ws_CO");
        assertThat(result("reversal-result-0-success-docs").toString()).doesNotContain("708374149");
        assertThat(new PushAnswer.Accepted("1", "ws_CO_708374149").toString()).doesNotContain("708374149");
    }

    private static Optional<String> code(String written) {
        return StkCallback.parse(Payload.JSON.readTree("{\"Body\":{\"stkCallback\":{\"ResultCode\":" + written + "}}}"))
                .map(StkCallback::resultCode);
    }

    private static StkCallback stk(String file) {
        return StkCallback.parse(Payload.json(file)).orElseThrow();
    }

    private static AsyncResult result(String file) {
        return AsyncResult.parse(Payload.json(file)).orElseThrow();
    }
}
