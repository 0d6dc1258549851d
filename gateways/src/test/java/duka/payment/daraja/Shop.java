package duka.payment.daraja;

import duka.identity.api.PersonKeys;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.api.Claims;
import duka.kernel.api.Deadlines;
import duka.kernel.api.DueWork;
import duka.payment.api.AttemptId;
import duka.payment.api.AttemptState;
import duka.payment.api.PaymentCommand;
import duka.payment.api.PaymentCommand.BeginPush;
import duka.payment.api.PaymentCommand.BeginRefund;
import duka.payment.api.PaymentCommand.Leave;
import duka.payment.api.PaymentCommand.RecordQueryAnswer;
import duka.payment.api.PaymentCommand.RecordReceipt;
import duka.payment.api.PaymentEvent.AttemptStarted;
import duka.payment.api.PaymentId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The gateway's insides over a real database, with the payments themselves played by the test. */
final class Shop {

    static final OrderId ORDER = new OrderId(UUID.fromString("019ab000-0000-7000-8000-000000000001"));
    static final PaymentId PAYMENT = PaymentId.of(ORDER);
    static final AttemptId ATTEMPT = AttemptId.of(PAYMENT, 1);
    static final Personal PHONE =
            Personal.of(new PersonId(UUID.fromString("019ab000-0000-7000-8000-000000000002")), "+254708374149");
    static final Money ONE_SHILLING = Money.ofMajor(1, CurrencyCode.KES);

    private static EmbeddedPostgres postgres;

    final MovingClock clock = new MovingClock();
    final JdbcClient database;
    private final DataSource dataSource;
    final Recorder payments = new Recorder();
    final Board board = new Board();
    final Secrecy secrecy = new Secrecy(Shop::hmac);
    final Envelope envelope;
    final AddressBook addresses;
    final CallbackStore callbacks;
    final PromptCallbacks promptCallbacks;
    final ReadCallback reader;
    final RefundResults refundResults;
    final Figures figures = new Figures(new SimpleMeterRegistry());
    final Map<String, UUID> claimed = new ConcurrentHashMap<>();
    final Map<String, Instant> deadlines = new ConcurrentHashMap<>();

    private Shop(DataSource dataSource) {
        this.dataSource = dataSource;
        database = JdbcClient.create(dataSource);
        envelope = new Envelope(Payload.JSON, new NoKeys());
        addresses = new AddressBook(database);
        Claims claims = new InMemoryClaims();
        promptCallbacks = new PromptCallbacks(addresses, secrecy, envelope, claims, payments, board, clock);
        refundResults = new RefundResults(addresses, envelope, payments, board, figures, clock);
        callbacks = new CallbackStore(
                database,
                new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
                addresses,
                secrecy,
                envelope,
                board,
                clock);
        reader = new ReadCallback(callbacks, promptCallbacks, refundResults, figures, Payload.JSON);
    }

    static synchronized Shop open() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.start();
                JdbcClient.create(postgres.getPostgresDatabase())
                        .sql(Files.readString(Path.of("src/main/resources/db/migration/V50__daraja.sql")))
                        .update();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Shop shop = new Shop(postgres.getPostgresDatabase());
        shop.database.sql("TRUNCATE process.daraja_address, edge.callback").update();
        shop.database
                .sql("UPDATE process.daraja_token SET token = NULL, turn_until = '-infinity'")
                .update();
        return shop;
    }

    Claims claims() {
        return new InMemoryClaims();
    }

    PromptWorkOnAttempt reactions() {
        return new PromptWorkOnAttempt(
                board, new RecordedDeadlines(), addresses, secrecy, new AttemptTimes(Duration.ofMinutes(10)), clock);
    }

    /** A first attempt is under way, for one shilling. */
    void attemptStarted() {
        reactions()
                .on(new AttemptStarted(PAYMENT, ORDER, ATTEMPT, 1, PHONE, ONE_SHILLING, "D12345678", clock.instant()));
    }

    String token() {
        return secrecy.token(Address.Kind.PROMPT, ATTEMPT);
    }

    /** Reads whatever was stored and not read yet. */
    void readAll() {
        for (Board.Piece piece : board.taken(Works.CALLBACK)) {
            reader.run((Works.Callback) piece.data(), 1);
        }
    }

    List<CallbackStore.Entry> unmatched() {
        return callbacks.list(false, new duka.kernel.api.PageRequest(1, 100));
    }

    /** Holds the table of callbacks, as a slow database does. */
    Blocker lockCallbacks() throws SQLException {
        return new Blocker(dataSource.getConnection());
    }

    /** Waits until so many are stored. */
    void awaitCallbacks(long expected) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (callbacks.count(null) < expected) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not stored in time");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    static final class Blocker implements AutoCloseable {

        private final Connection connection;

        Blocker(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            try (var lock = connection.createStatement()) {
                lock.execute("LOCK TABLE edge.callback IN ACCESS EXCLUSIVE MODE");
            }
        }

        void release() throws SQLException {
            connection.rollback();
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }

    static String hmac(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("test".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((purpose + "\n" + value).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Plays the payments: remembers what they are told, and answers what the test wants. */
    static final class Recorder extends Teller {

        final List<PaymentCommand> heard = new CopyOnWriteArrayList<>();
        final Deque<Leave> leaves = new ArrayDeque<>(List.of(Leave.GO));
        AttemptState state = AttemptState.PENDING;

        Recorder() {
            super(null);
        }

        @Override
        @SuppressWarnings("unchecked")
        <R> R ask(Object command) {
            heard.add((PaymentCommand) command);
            if (command instanceof BeginPush || command instanceof BeginRefund) {
                return (R) (leaves.size() > 1 ? leaves.poll() : leaves.peek());
            }
            return command instanceof RecordQueryAnswer || command instanceof RecordReceipt ? (R) state : null;
        }

        <C> List<C> all(Class<C> type) {
            return heard.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    /** Due work as a list that is waiting. */
    static final class Board implements DueWork {

        record Piece(String task, String id, Object data, Duration delay) {}

        final List<Piece> waiting = new CopyOnWriteArrayList<>();

        @Override
        public void schedule(String task, String id, Object data, Duration delay) {
            if (waiting.stream()
                    .noneMatch(piece -> piece.task().equals(task) && piece.id().equals(id))) {
                waiting.add(new Piece(task, id, data, delay));
            }
        }

        @Override
        public void cancel(String task, String id) {
            waiting.removeIf(piece -> piece.task().equals(task) && piece.id().equals(id));
        }

        List<Piece> taken(String task) {
            List<Piece> pieces = new ArrayList<>(
                    waiting.stream().filter(piece -> piece.task().equals(task)).toList());
            waiting.removeAll(pieces);
            return pieces;
        }
    }

    private final class InMemoryClaims implements Claims {

        @Override
        public boolean claim(String kind, String value, UUID owner) {
            UUID holder = claimed.putIfAbsent(kind + ":" + value, owner);
            return holder == null || holder.equals(owner);
        }

        @Override
        public void release(String kind, String value, UUID owner) {
            claimed.remove(kind + ":" + value, owner);
        }
    }

    private final class RecordedDeadlines implements Deadlines {

        @Override
        public void set(String kind, String id, Instant dueAt) {
            deadlines.put(kind, dueAt);
        }

        @Override
        public void clear(String kind, String id) {
            deadlines.remove(kind);
        }
    }

    private static final class NoKeys implements PersonKeys {

        @Override
        public void createFor(PersonId person) {}

        @Override
        public void erase(PersonId person) {}
    }
}
