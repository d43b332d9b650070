package dev.threadline.jobs.config;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long {@code maintain} keeps what is no longer the newest.
 *
 * @param publications how long a publication can be read after another took its place
 * @param text how long the text of a message is kept after it was sent; {@code null} for ever
 */
public record Retention(Duration publications, @Nullable Duration text) implements Serializable {}
