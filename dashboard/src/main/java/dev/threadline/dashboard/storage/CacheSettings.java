package dev.threadline.dashboard.storage;

import dev.threadline.dashboard.config.Section;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where copies of files of an object store are kept.
 *
 * @param folder of this machine
 * @param bytes what they may take up
 */
public record CacheSettings(Path folder, long bytes) {

    private static final long STANDARD_BYTES = 20_000_000_000L;

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)\\s*(MB|GB|TB)");

    public CacheSettings {
        folder = folder.toAbsolutePath().normalize();
    }

    /** A folder of the user's for what can be fetched again. */
    public static CacheSettings standard() {
        @Nullable String caches = System.getenv("XDG_CACHE_HOME");
        Path folder = caches == null || caches.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(caches);
        return new CacheSettings(folder.resolve("threadline"), STANDARD_BYTES);
    }

    /** Reads {@code cache} of the dashboard's section. */
    public static CacheSettings read(Section dashboard) {
        Section cache = dashboard.section("cache");
        CacheSettings standard = standard();
        Optional<Path> folder = cache.text("dir", Path::of);
        Optional<Long> bytes = cache.text("size", CacheSettings::bytes);
        cache.refuseUnknownKeys();
        return new CacheSettings(folder.orElse(standard.folder()), bytes.orElse(standard.bytes()));
    }

    private static long bytes(String size) {
        Matcher written = SIZE.matcher(size);
        if (!written.matches()) {
            throw new IllegalArgumentException("%s is no size; write for example 20GB or 500MB".formatted(size));
        }
        int zeros = switch (written.group(2)) {
            case "MB" -> 6;
            case "GB" -> 9;
            default -> 12;
        };
        return new BigDecimal(written.group(1)).scaleByPowerOfTen(zeros).longValue();
    }
}
