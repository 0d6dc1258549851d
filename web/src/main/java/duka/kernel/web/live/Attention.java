package duka.kernel.web.live;

import java.time.Duration;

/**
 * Whether somebody at the other end reads. The network keeps megabytes for those who do not, so a ping asks behind them:
 * its answer says that all before it was read.
 */
final class Attention {

    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();
    private static final long ASK_EVERY = Duration.ofSeconds(25).toNanos();
    private static final long SILENCE = Duration.ofMinutes(2).toNanos();

    /** How many characters may be unread before it is asked. */
    private static final long UNREAD = 256 * 1_024;

    private long heard = System.nanoTime();
    private long askedAt = heard;
    private long sendingSince = heard;
    private boolean sending;
    private boolean asked;
    private long sent;
    private long sentBeforeAsking;
    private long read;

    synchronized void sending() {
        sending = true;
        sendingSince = System.nanoTime();
    }

    synchronized void sent(long characters) {
        sending = false;
        sent += characters;
    }

    /** A ping goes out now. */
    synchronized void ask() {
        asked = true;
        askedAt = System.nanoTime();
        sentBeforeAsking = sent;
    }

    /** A ping was answered. */
    synchronized void heard() {
        asked = false;
        heard = System.nanoTime();
        read = sentBeforeAsking;
    }

    synchronized boolean shouldAsk() {
        return System.nanoTime() - askedAt > ASK_EVERY || (!asked && sent - read > UNREAD);
    }

    /** Nothing goes out any more, or much lies unread, or nobody has answered for long. */
    synchronized boolean isLost() {
        long now = System.nanoTime();
        boolean stuck = sending && now - sendingSince > PATIENCE;
        boolean deaf = asked && sent - read > UNREAD && now - askedAt > PATIENCE;
        return stuck || deaf || now - heard > SILENCE;
    }
}
