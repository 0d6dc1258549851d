package duka.kernel.outside;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** One rule for everything that goes to an address that somebody typed. */
@Configuration(proxyBeanMethods = false)
class OutsideConfiguration {

    @Bean
    Targets targets(@Value("${duka.allow-private-addresses:false}") boolean allowPrivate, Environment environment) {
        return new Targets(allowPrivate, environment.acceptsProfiles(Profiles.of("production")));
    }
}
