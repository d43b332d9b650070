package dev.threadline.jobs.rhythm;

import org.jspecify.annotations.Nullable;

/** Whether a conversation went to and fro at once or with pauses. */
public enum Mode {
    SYNC,
    ASYNC,
    MIXED;

    /** At or above this share of quick switches a conversation is synchronous. */
    public static final double SYNC_FROM = 0.8;
    /** At or below this share it is asynchronous. */
    public static final double ASYNC_TO = 0.2;

    static @Nullable Mode of(@Nullable Double syncShare) {
        if (syncShare == null) {
            return null;
        }
        return syncShare >= SYNC_FROM ? SYNC : syncShare <= ASYNC_TO ? ASYNC : MIXED;
    }

    /** The value in the tables; {@code null} where no speaker switched. */
    public static @Nullable String codeOf(@Nullable Mode mode) {
        return mode == null ? null : mode.code();
    }

    public String code() {
        return switch (this) {
            case SYNC -> "sync";
            case ASYNC -> "async";
            case MIXED -> "mixed";
        };
    }
}
