package duka.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The net between the shop and M-Pesa: a proxy that can be slow, silent, deaf or broken. */
final class World implements AutoCloseable {

    private static final int CHUNK = 8_192;
    private static final Duration SLOWNESS = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final ServerSocket door;
    private final InetSocketAddress beyond;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Mood mood = Mood.FINE;

    /** How it is with the net now. */
    enum Mood {
        FINE,
        /** Every answer takes seconds. */
        SLOW,
        /** What is asked arrives; the answer waits until the mood is better. */
        SILENT,
        /** What is asked waits until the mood is better. */
        DEAF,
        /** What is asked arrives, and the connection is reset instead of the answer. */
        RESETTING,
        /** Nobody is there. */
        GONE
    }

    World(int port, int beyondPort) throws IOException {
        this.door = new ServerSocket(port, 64, InetAddress.getLoopbackAddress());
        this.beyond = new InetSocketAddress(InetAddress.getLoopbackAddress(), beyondPort);
        threads.execute(this::welcome);
    }

    void be(Mood mood) {
        this.mood = mood;
        if (mood == Mood.GONE) {
            open.forEach(World::reset);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(World::reset);
        threads.shutdownNow();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                if (mood == Mood.GONE) {
                    reset(near);
                } else {
                    threads.execute(() -> connect(near));
                }
            } catch (IOException e) {
                // The door was closed, or one guest left before being let in: the loop looks which.
            }
        }
    }

    private void connect(Socket near) {
        Socket far = new Socket();
        open.add(near);
        open.add(far);
        try {
            far.connect(beyond, (int) SLOWNESS.toMillis());
            threads.execute(() -> pass(far, near, true));
            pass(near, far, false);
        } catch (IOException e) {
            end(near, far);
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                endure(answers, to);
                out.write(chunk, 0, length);
                out.flush();
            }
        } catch (IOException e) {
            // One side is gone, and so the other goes.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(from, to);
        }
    }

    private void endure(boolean answers, Socket to) throws InterruptedException, IOException {
        if (answers && mood == Mood.SLOW) {
            Thread.sleep(SLOWNESS);
        }
        if (answers && mood == Mood.RESETTING) {
            reset(to);
            throw new IOException("reset");
        }
        while (answers ? mood == Mood.SILENT : mood == Mood.DEAF) {
            Thread.sleep(LOOK);
        }
    }

    private void end(Socket one, Socket other) {
        for (Socket socket : new Socket[] {one, other}) {
            open.remove(socket);
            try {
                socket.close();
            } catch (IOException e) {
                // It was closed already.
            }
        }
    }

    /** Ends the connection as a crash does, without the last words of TCP. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It ended by itself.
        }
    }
}
