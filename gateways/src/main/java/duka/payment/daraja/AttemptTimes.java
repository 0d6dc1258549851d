package duka.payment.daraja;

import java.time.Duration;

/** @param deadline how long a prompt may stay unanswered */
record AttemptTimes(Duration deadline) {}
