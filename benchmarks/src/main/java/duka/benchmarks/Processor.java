package duka.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Processor time as Linux accounts for it, by process and by what the server's threads are called. */
final class Processor {

    /** Linux counts in ticks of a hundredth of a second. */
    private static final double MILLIS_PER_TICK = 10;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int RESIDENT_PAGES = 21;
    private static final int PAGE_KIB = 4;

    private Processor() {}

    /** Milliseconds that the process and its children have used. */
    static double millisOfTree(long pid) throws IOException {
        double own = millis(Path.of("/proc", Long.toString(pid), "stat"));
        for (ProcessHandle child :
                ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).toList()) {
            own += millisOfTree(child.pid());
        }
        return own;
    }

    static double millis(long pid) throws IOException {
        return millis(Path.of("/proc", Long.toString(pid), "stat"));
    }

    /** Milliseconds by the part of the server that a thread works for. */
    static Map<String, Double> millisByPart(long pid) throws IOException {
        Map<String, Double> parts = new TreeMap<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads) {
                parts.merge(
                        part(Files.readString(thread.resolve("comm")).strip()),
                        millis(thread.resolve("stat")),
                        Double::sum);
            }
        } catch (NoSuchFileException e) {
            return parts;
        }
        return parts;
    }

    static long residentMiB(long pid) throws IOException {
        return Long.parseLong(fields(Path.of("/proc", Long.toString(pid), "stat"))[RESIDENT_PAGES]) * PAGE_KIB / 1024;
    }

    private static String part(String thread) {
        String name = thread.replaceAll("[-#\\[\\] ]*\\d+.*$", "");
        return name.isEmpty() ? "other" : name;
    }

    private static double millis(Path stat) throws IOException {
        try {
            String[] fields = fields(stat);
            return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) * MILLIS_PER_TICK;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** What follows the name in brackets, which may hold spaces itself. */
    private static String[] fields(Path stat) throws IOException {
        String line = Files.readString(stat);
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }
}
