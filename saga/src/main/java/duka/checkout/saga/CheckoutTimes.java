package duka.checkout.saga;

import java.time.Duration;

/**
 * How long a sale waits.
 *
 * @param paymentWindow from placing an order to the end of its time to pay
 * @param grace how much longer a prompt holds the window that is on a phone when it closes
 * @param retirement how long an ended order's checkout stays for stray money; longer than the 48 hours for which an
 *     unanswered attempt is asked about
 */
record CheckoutTimes(Duration paymentWindow, Duration grace, Duration retirement) {

    CheckoutTimes {
        if (!paymentWindow.isPositive() || grace.isNegative() || !retirement.isPositive()) {
            throw new IllegalArgumentException(
                    "A sale cannot wait for no time: " + paymentWindow + ", " + grace + ", " + retirement);
        }
    }
}
