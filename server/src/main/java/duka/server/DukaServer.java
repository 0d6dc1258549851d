package duka.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.persistence.autoconfigure.EntityScan;

/** Duka's one program. */
@SpringBootApplication(scanBasePackages = "duka", proxyBeanMethods = false)
@ConfigurationPropertiesScan("duka")
@EntityScan({"duka", "org.axonframework.eventhandling.deadletter.jpa"})
public class DukaServer {

    public static void main(String[] arguments) {
        try {
            SpringApplication.run(DukaServer.class, arguments);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof CannotStart) {
                    System.err.println("duka: " + cause.getMessage());
                    break;
                }
            }
            throw e;
        }
    }
}
