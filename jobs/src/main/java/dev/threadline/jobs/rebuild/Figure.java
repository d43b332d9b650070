package dev.threadline.jobs.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * A reported figure before and after.
 *
 * @param metric its name, such as {@code first_response_median}
 * @param before null if there was nothing to report
 * @param after null if there is nothing to report
 */
public record Figure(
        String metric,
        Unit unit,
        @Nullable Double before,
        @Nullable Double after) {

    /** Whether it is another one now. */
    public boolean isChanged() {
        return before == null ? after != null : !before.equals(after);
    }

    /** After less before; null where one of them is not there. */
    public @Nullable Double difference() {
        return before == null || after == null ? null : Double.valueOf(after - before);
    }
}
