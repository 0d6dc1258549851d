package daraja.simulator.gateway;

import daraja.simulator.clock.NairobiTime;
import daraja.simulator.clock.VirtualClock;
import daraja.simulator.script.Switches;
import java.time.LocalDateTime;
import java.util.Random;

/** Ids in the forms that were seen on the wire in 2021 and in 2026 [O], and receipts. */
public final class Ids {

    private static final String CAPITALS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String BASE_32 = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
    private static final int FIRST_YEAR = 2006;

    private final Random dice;
    private final VirtualClock clock;
    private final Switches switches;

    public Ids(Random dice, VirtualClock clock, Switches switches) {
        this.dice = dice;
        this.clock = clock;
        this.switches = switches;
    }

    /** {@code 2654-4b64-97ff-b827b542881d3130}, or {@code 29115-34620561-1} until about 2023. */
    public String request() {
        if (switches.oldIds()) {
            return number(10_000, 99_999) + "-" + number(10_000_000, 99_999_999) + "-1";
        }
        return hex(4) + '-' + hex(4) + '-' + hex(4) + '-' + hex(12) + number(1_000, 9_999_999);
    }

    /** {@code ws_CO_}, Nairobi time, one to three digits and the payer's number without 254; formerly four digits. */
    public String checkout(String msisdn) {
        String start = "ws_CO_" + NairobiTime.dayFirst(clock.now());
        return switches.oldIds() ? start + digits(4) : start + digits(3) + msisdn.substring(3);
    }

    /** {@code AG_20240706_20106e9209f64bebd05b}. */
    public String conversation() {
        return "AG_" + NairobiTime.date(clock.now()) + "_2010" + hex(16);
    }

    /** 28 letters and digits. */
    public String token() {
        return pick(ALPHANUMERIC, 28);
    }

    /** Ten capitals and digits; the first three tell year, month and day. */
    public String receipt() {
        return receiptDay() + pick(CAPITALS_AND_DIGITS, 7);
    }

    /** The TransactionID of a result without a transaction, such as {@code SKE0000000}. */
    public String dummyReceipt() {
        return receiptDay() + "0000000";
    }

    /** A number from 0 inclusive to 1 exclusive, for things that happen at a rate. */
    public double chance() {
        return dice.nextDouble();
    }

    private String receiptDay() {
        LocalDateTime day = NairobiTime.wall(clock.now());
        char year = (char) ('A' + Math.floorMod(day.getYear() - FIRST_YEAR, 26));
        char month = (char) ('A' + day.getMonthValue() - 1);
        return "" + year + month + BASE_32.charAt(day.getDayOfMonth());
    }

    private long number(long from, long to) {
        return from + (long) (dice.nextDouble() * (to - from + 1));
    }

    private String digits(int count) {
        return pick("0123456789", count);
    }

    private String hex(int count) {
        return pick("0123456789abcdef", count);
    }

    private String pick(String alphabet, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(dice.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
