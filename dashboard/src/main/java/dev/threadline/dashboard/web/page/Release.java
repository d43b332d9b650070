package dev.threadline.dashboard.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions that the build wrote down: ours, and that of Chart.js, which its address contains. */
public record Release(String version, String chartJs) {

    /** Reads {@code release.properties}. */
    public static Release read() {
        Properties written = new Properties();
        try (InputStream file = Release.class.getResourceAsStream("release.properties")) {
            written.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Release(written.getProperty("version"), written.getProperty("chart.js"));
    }
}
