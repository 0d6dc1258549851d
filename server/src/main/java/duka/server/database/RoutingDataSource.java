package duka.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * One data source for all of Duka, so that a transaction has one connection whatever runs in it; which pool that comes
 * from depends on the role of the thread.
 */
final class RoutingDataSource extends AbstractRoutingDataSource implements DisposableBean {

    /**
     * Nobody may keep an open transaction idle, wait long for a lock, or compute for ever: what appends events holds the
     * turn of all who append.
     */
    private static final List<String> SESSION = List.of(
            "SET ROLE duka_app",
            "SET idle_in_transaction_session_timeout = '5s'",
            "SET lock_timeout = '5s'",
            "SET statement_timeout = '15s'",
            "SET transaction_timeout = '30s'");

    private final List<HikariDataSource> pools = new ArrayList<>();

    RoutingDataSource(DatabaseLogin login) {
        Map<Object, Object> targets = new HashMap<>();
        for (PoolRole role : PoolRole.values()) {
            HikariDataSource pool = new HikariDataSource(pool(login, role));
            pools.add(pool);
            targets.put(role, pool);
        }
        setTargetDataSources(targets);
        setDefaultTargetDataSource(pools.getFirst());
        initialize();
    }

    @Override
    protected Object determineCurrentLookupKey() {
        return PoolRole.current();
    }

    @Override
    public void destroy() {
        pools.forEach(HikariDataSource::close);
    }

    private static HikariConfig pool(DatabaseLogin login, PoolRole role) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(role.name().toLowerCase(Locale.ROOT));
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(role.connections());
        config.setMinimumIdle(2);
        config.setConnectionTimeout(5_000);
        config.setValidationTimeout(2_000);
        config.setKeepaliveTime(60_000);
        config.setAutoCommit(true);
        config.setInitializationFailTimeout(30_000);
        List<String> session = new ArrayList<>(SESSION);
        session.addAll(role.session());
        config.setConnectionInitSql(String.join("; ", session));
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // The database's details quote the row, and so would the log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "duka-" + config.getPoolName());
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", "40");
        return config;
    }
}
