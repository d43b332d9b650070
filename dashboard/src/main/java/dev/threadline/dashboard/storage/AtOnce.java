package dev.threadline.dashboard.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Asks several things at once, since a store answers each of them late and all of them together hardly later.
 *
 * @param most how many; 1 asks one after the other, in the caller's thread
 */
public record AtOnce(int most) {

    /** The answers, in the order of the questions; the first failure is the caller's. */
    public <T, R> List<R> map(Collection<T> questions, Function<T, R> answer) {
        if (most == 1 || questions.size() < 2) {
            return questions.stream().map(answer).toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(most, questions.size()), AtOnce::daemon);
        try {
            List<Callable<R>> tasks = questions.stream()
                    .<Callable<R>>map(question -> () -> answer.apply(question))
                    .toList();
            List<R> answers = new ArrayList<>();
            for (Future<R> asked : threads.invokeAll(tasks)) {
                answers.add(asked.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a store was asked", stopped);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "store");
        thread.setDaemon(true);
        return thread;
    }
}
