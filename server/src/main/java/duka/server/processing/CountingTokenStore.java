package duka.server.processing;

import duka.server.processing.Bookkeeping.Taken;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.GenericTokenEntry;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Writes what a batch took in the very statement that moves its token: a checkout is two dozen batches, and each
 * statement less is a round trip less. What it could not write so, {@link Bookkeeping} writes after it.
 */
final class CountingTokenStore extends JdbcTokenStore {

    private static final String STORE = """
            WITH counted AS (
                INSERT INTO process.group_progress AS p (processor, segment, events, position_sum) VALUES (?, ?, ?, ?)
                ON CONFLICT (processor, segment) DO UPDATE
                SET events = p.events + excluded.events, position_sum = p.position_sum + excluded.position_sum)
            UPDATE process.token_entry SET token = ?, token_type = ?, timestamp = ?
            WHERE owner = ? AND processor_name = ? AND segment = ?""";

    private final String node;

    /** @param node who owns the tokens, as the builder was told */
    CountingTokenStore(Builder builder, String node) {
        super(builder.nodeId(node));
        this.node = node;
    }

    @Override
    protected PreparedStatement storeUpdate(Connection connection, TrackingToken token, String processor, int segment)
            throws SQLException {
        Taken taken = CurrentUnitOfWork.isStarted() ? Bookkeeping.takenBy(CurrentUnitOfWork.get(), processor) : null;
        if (taken == null) {
            return super.storeUpdate(connection, token, processor, segment);
        }
        GenericTokenEntry<byte[]> entry =
                new GenericTokenEntry<>(token, serializer(), byte[].class, processor, segment);
        PreparedStatement statement = connection.prepareStatement(STORE);
        statement.setString(1, processor);
        statement.setInt(2, segment);
        statement.setLong(3, taken.events());
        statement.setBigDecimal(4, BigDecimal.valueOf(taken.positions()));
        statement.setBytes(5, entry.getSerializedToken().getData());
        statement.setString(6, entry.getSerializedToken().getType().getName());
        statement.setString(7, entry.timestampAsString());
        statement.setString(8, node);
        statement.setString(9, processor);
        statement.setInt(10, segment);
        return statement;
    }
}
