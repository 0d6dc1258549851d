package duka.payment.command;

import duka.kernel.Money;
import duka.payment.api.AttemptState;
import duka.payment.api.PaymentCommand.RecordCallback;
import duka.payment.api.PaymentCommand.RecordQueryAnswer;
import duka.payment.api.PaymentCommand.ResolveDispute;
import java.util.Objects;

/**
 * What follows from what is said about one attempt's money. Anybody may post a callback, so a callback claims and only
 * the provider's answer to our own question, or its own records, confirms. Money wins over an earlier failure, and a
 * failure never undoes money.
 */
record Hearing(Docket docket, Attempt attempt) {

    static final String CALLBACK = "callback";
    static final String QUERY = "query";
    private static final String QUERY_DISAGREES = "query_disagrees";

    /** What a callback on the attempt's own address says. */
    void calledBack(RecordCallback callback) {
        switch (callback.verdict()) {
            case PAID -> claimed(callback);
            case FAILED -> {
                if (attempt.isAnotherPrompt(callback.checkoutRequestId())) {
                    docket.note("checkout_differs", CALLBACK);
                } else {
                    failed(callback.resultCode(), callback.resultText(), CALLBACK);
                }
            }
            case UNKNOWN_CODE -> docket.note(callback.resultCode(), CALLBACK);
            case IN_FLIGHT, NO_ANSWER -> {}
        }
    }

    /** What the provider answered to our own question. */
    void answered(RecordQueryAnswer answer) {
        switch (answer.verdict()) {
            case PAID -> confirmed();
            case FAILED -> failed(answer.resultCode(), answer.resultText(), QUERY);
            case UNKNOWN_CODE -> docket.note(answer.resultCode(), QUERY);
            case IN_FLIGHT, NO_ANSWER -> {}
        }
    }

    /** The provider's own records name the money. */
    void found(Money amount, String receipt, String source) {
        if (amount.equals(docket.asked()) || isSecondReceipt(receipt)) {
            money(amount, receipt, source);
        } else {
            docket.dispute("amount_differs", amount, receipt);
        }
    }

    /** Staff looked at it. */
    void decided(ResolveDispute command) {
        switch (command.decision()) {
            case ACCEPT -> docket.accept();
            case REFUND -> docket.refund(command.note());
            case REJECT -> docket.fail("rejected_by_staff", command.note());
        }
    }

    private void claimed(RecordCallback callback) {
        Money amount = callback.amount();
        String receipt = callback.receipt();
        if (amount == null || receipt == null) {
            docket.note("incomplete", CALLBACK);
        } else if (attempt.isAnotherPhone(callback.phone())) {
            docket.dispute("phone_differs", amount, receipt);
        } else if (attempt.isAnotherPrompt(callback.checkoutRequestId())) {
            docket.dispute("checkout_differs", amount, receipt);
        } else {
            found(amount, receipt, CALLBACK);
        }
    }

    private void confirmed() {
        switch (attempt.state()) {
            case CREATED, SENDING, SEND_UNKNOWN, PENDING, REJECTED, FAILED, EXPIRED_OPEN -> {
                if (!attempt.returned()) {
                    docket.report(null, QUERY);
                }
            }
            case PAID_UNVERIFIED -> docket.settle(attempt.receipt());
            case REVIEW -> {
                if (attempt.receipt() != null && attempt.isUpToStaff()) {
                    docket.settle(attempt.receipt());
                }
            }
            case PAID -> {}
        }
    }

    private void failed(String code, String text, String source) {
        switch (attempt.state()) {
            case CREATED, SENDING, SEND_UNKNOWN, PENDING, EXPIRED_OPEN -> docket.fail(code, text);
            case REJECTED, FAILED -> {}
            case PAID_UNVERIFIED -> {
                if (source.equals(QUERY)) {
                    docket.dispute(QUERY_DISAGREES, docket.asked(), attempt.receipt());
                } else {
                    docket.note(code, source);
                }
            }
            case REVIEW, PAID -> docket.note(code, source);
        }
    }

    private void money(Money amount, String receipt, String source) {
        if (attempt.isClosedFor(receipt)) {
            return;
        }
        switch (attempt.state()) {
            case CREATED, SENDING, SEND_UNKNOWN, PENDING, REJECTED, FAILED, EXPIRED_OPEN ->
                docket.report(receipt, source);
            case PAID_UNVERIFIED, REVIEW, PAID -> {
                String known = attempt.receipt();
                if (known == null) {
                    docket.learn(receipt, source);
                    settleIfConfirmed(receipt, source);
                } else if (known.equals(receipt)) {
                    settleIfConfirmed(receipt, source);
                } else {
                    docket.giveBack(amount, receipt);
                }
            }
        }
    }

    private void settleIfConfirmed(String receipt, String source) {
        boolean recorded = !source.equals(CALLBACK);
        boolean verified = attempt.isBeingVerified() && (recorded || attempt.confirmed());
        boolean cleared = attempt.isUpToStaff() && recorded && attempt.receipt() != null;
        if (verified || cleared) {
            docket.settle(receipt);
        }
    }

    /** Money on top of money that fits is no contradiction, whatever its amount: it goes back. */
    private boolean isSecondReceipt(String receipt) {
        return attempt.state() == AttemptState.PAID
                && attempt.receipt() != null
                && !Objects.equals(attempt.receipt(), receipt);
    }
}
