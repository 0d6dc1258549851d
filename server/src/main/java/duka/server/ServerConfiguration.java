package duka.server;

import duka.identity.api.Lookups;
import duka.server.people.HmacLookups;
import duka.server.people.PersonKeyStore;
import duka.server.serialization.WireFormat;
import java.time.Clock;
import org.axonframework.common.caching.Cache;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What all parts of the server share: the clock, the secrets, the keys of persons and the form of stored JSON. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    @Bean
    Clock clock(DukaProperties properties) {
        return Clock.offset(Clock.systemUTC(), properties.clockOffset());
    }

    @Bean
    Secrets secrets(DukaProperties properties, Environment environment) {
        boolean production = Production.isOn(environment);
        if (production) {
            Production.demand(environment);
        }
        return new Secrets(properties.data(), production);
    }

    @Bean
    PersonKeyStore personKeys(
            JdbcClient database, Secrets secrets, DukaProperties properties, ObjectProvider<Cache> aggregates) {
        return new PersonKeyStore(
                database,
                secrets.key(properties.masterKey(), "DUKA_MASTER_KEY"),
                () -> aggregates.forEach(Cache::removeAll));
    }

    @Bean
    Lookups lookups(Secrets secrets, DukaProperties properties) {
        return new HmacLookups(secrets.key(properties.masterKey(), "DUKA_MASTER_KEY"));
    }

    @Bean
    WireFormat wireFormat(PersonKeyStore sealer) {
        return new WireFormat(sealer);
    }

    /** For read models and due work; the JSON of HTTP is the web's own. */
    @Bean(defaultCandidate = false)
    JsonMapper storedJson(WireFormat format) {
        return format.mapper();
    }
}
