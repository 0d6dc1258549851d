package duka.server;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The server's own settings, {@code DUKA_…} in the environment; {@code .env.example} names all but the two of the
 * torture, which no shop has a use for.
 *
 * @param data where everything that is kept lives
 * @param databaseUrl a PostgreSQL of yours, or empty for the embedded one
 * @param masterKey 32 bytes in base64 that wrap every person's key; made once in development
 * @param paymentWindow how long an order may wait for its money
 * @param attemptDeadline how long a prompt may stay unanswered
 * @param vatRate whole percent inside every price
 * @param limits {@code on} or {@code off}: rate limits
 * @param clockOffset how far the shop's clock is off, to see that nothing hangs on it; never in production
 * @param crashAt the point at which the server dies, {@code each} for any at which none died before; for the torture
 *     alone; never in production
 * @param crashPointsFile where all points that were passed are written, for the torture alone; never in production
 */
@Validated
@ConfigurationProperties("duka")
public record DukaProperties(
        @DefaultValue("data") @NotNull Path data,
        @DefaultValue("") String databaseUrl,
        @DefaultValue("") String databaseUser,
        @DefaultValue("") String databasePassword,
        @Nullable String masterKey,
        @DefaultValue("15m") @NotNull Duration paymentWindow,
        @DefaultValue("10m") @NotNull Duration attemptDeadline,
        @DefaultValue("16") @Min(0) @Max(100) int vatRate,
        @DefaultValue("KES") String currency,
        @DefaultValue("Africa/Nairobi") ZoneId timeZone,
        @DefaultValue("on") String limits,
        @DefaultValue("0s") @NotNull Duration clockOffset,
        @Nullable String crashAt,
        @Nullable Path crashPointsFile) {

    public boolean usesEmbeddedDatabase() {
        return databaseUrl.isBlank();
    }
}
