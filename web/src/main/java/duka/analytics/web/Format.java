package duka.analytics.web;

/** In which form a figure is wanted. */
enum Format {
    JSON,
    CSV;

    static Format of(Days days) {
        String written = days.format();
        return written == null || written.isEmpty() ? JSON : Periods.oneOf(values(), written, "format");
    }

    boolean isFile() {
        return this == CSV;
    }
}
