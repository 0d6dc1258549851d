package daraja.simulator;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A simulator on a free port and a shop for it to call, fresh for every test. */
abstract class SimulatorTest {

    @TempDir
    Path data;

    Daraja daraja;
    Shop shop;

    @BeforeEach
    void start() throws Exception {
        daraja = new Daraja(data);
        shop = new Shop();
    }

    @AfterEach
    void stop() {
        daraja.close();
        shop.close();
    }
}
