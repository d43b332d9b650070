package dev.threadline.dashboard.web;

import java.sql.SQLTimeoutException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets as many queries run at once as there are processors, the others wait in the order in which they came: fifty queries
 * that share two processors would all take fifty times as long, each with its own memory and open files.
 */
final class Turns {

    /** Those of this process, as all its queries share the processors. */
    static final Turns ALL = new Turns(Math.max(2, Runtime.getRuntime().availableProcessors()), 30_000);

    /** What is done when it is its turn. */
    interface Work<T, X extends Exception> {
        T run() throws X;
    }

    private final Semaphore free;
    private final long longestWaitMs;
    private final ThreadLocal<Boolean> hasTurn = ThreadLocal.withInitial(() -> false);

    Turns(int atOnce, long longestWaitMs) {
        this.free = new Semaphore(atOnce, true);
        this.longestWaitMs = longestWaitMs;
    }

    /**
     * Does work when it is its turn; the queries of an answer need only one, taken for all of them.
     *
     * @throws SQLTimeoutException if that does not come in time
     */
    <T, X extends Exception> T await(Work<T, X> work) throws X, SQLTimeoutException {
        if (hasTurn.get()) {
            return work.run();
        }
        take();
        hasTurn.set(true);
        try {
            return work.run();
        } finally {
            hasTurn.remove();
            free.release();
        }
    }

    private void take() throws SQLTimeoutException {
        try {
            if (!free.tryAcquire(longestWaitMs, TimeUnit.MILLISECONDS)) {
                throw new SQLTimeoutException("too many ask at once");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLTimeoutException("the server stops", stopped);
        }
    }
}
