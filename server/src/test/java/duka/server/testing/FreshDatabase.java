package duka.server.testing;

import duka.server.database.DatabaseLogin;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives the shop under test a database and a data folder of its own. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        DatabaseLogin login = TestDatabase.fresh();
        TestPropertyValues.of(
                        "duka.database-url=" + login.url(),
                        "duka.database-user=" + login.user(),
                        "duka.database-password=" + login.password(),
                        "duka.data=" + TestDatabase.folder())
                .applyTo(context);
    }
}
