package dev.threadline.dashboard.web.question;

import java.sql.SQLTimeoutException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets as many queries run at once as there are processors, the others wait in the order in which they came: fifty queries
 * that share two processors would all take fifty times as long, each with its own memory and open files.
 */
public final class Turns {

    /** Those of this process, as all its queries share the processors. */
    public static final Turns ALL = new Turns(Math.max(2, Runtime.getRuntime().availableProcessors()), 30_000);

    /** What is done when it is its turn. */
    public interface Work<T, X extends Exception> {
        T run() throws X;
    }

    private final Semaphore free;
    private final long longestWaitMs;
    private final ThreadLocal<Holder> holder = ThreadLocal.withInitial(Holder::new);

    /** What a thread is at, and has. */
    private static final class Holder {

        private boolean isAtAnswer;
        private boolean hasTurn;
    }

    Turns(int atOnce, long longestWaitMs) {
        this.free = new Semaphore(atOnce, true);
        this.longestWaitMs = longestWaitMs;
    }

    /** Does work whose queries need one turn for all of them, which is taken with the first. */
    public <T, X extends Exception> T together(Work<T, X> work) throws X {
        Holder own = holder.get();
        if (own.isAtAnswer) {
            return work.run();
        }
        own.isAtAnswer = true;
        try {
            return work.run();
        } finally {
            giveBack(own);
        }
    }

    /**
     * Does a query's work when it is its turn.
     *
     * @throws SQLTimeoutException if that does not come in time
     */
    <T, X extends Exception> T await(Work<T, X> work) throws X, SQLTimeoutException {
        Holder own = holder.get();
        if (!own.hasTurn) {
            take();
            own.hasTurn = true;
        }
        return together(work);
    }

    private void giveBack(Holder own) {
        holder.remove();
        if (own.hasTurn) {
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
