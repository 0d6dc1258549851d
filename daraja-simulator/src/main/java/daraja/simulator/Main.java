package daraja.simulator;

import daraja.simulator.callback.Destinations;
import java.io.IOException;
import java.net.BindException;
import java.util.List;

/** Starts the simulator as a program of its own. */
public final class Main {

    private Main() {}

    /** @param arguments {@code --allow-non-loopback} lets callbacks leave this machine */
    public static void main(String[] arguments) {
        Settings settings = Settings.of(System.getenv(), List.of(arguments).contains("--allow-non-loopback"));
        if (Destinations.isSafaricom(settings.host())) {
            System.err.println("The simulator does not start against a host of Safaricom's: " + settings.host());
            System.exit(2);
        }
        try {
            Simulator simulator = Simulator.start(settings);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(simulator::close));
            System.out.println("Daraja simulator on " + simulator.url());
        } catch (BindException e) {
            System.err.println("Port " + settings.port() + " is in use; set DUKA_SIMULATOR_PORT to another one");
            System.exit(1);
        } catch (IOException e) {
            System.err.println("The simulator cannot start: " + e.getMessage());
            System.exit(1);
        }
    }
}
