package dev.threadline.dashboard.web.question;

import dev.threadline.dashboard.warehouse.Publication;
import dev.threadline.dashboard.warehouse.Sight;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were given before: a publication does not change, so neither does what is said of it. However many ask the
 * same at once, it is worked out once.
 */
public final class AnswerCache {

    /**
     * What an answer depends on; sights by all that makes them, as no two readers may be mixed up, and the publication by
     * all that is known of it, as its tables go when a customer in it is forgotten.
     */
    public record Key(
            Publication publication,
            String schema,
            Map<String, String> variables,
            String path,
            Map<String, List<String>> parameters) {

        public Key {
            variables = Map.copyOf(variables);
            parameters = Map.copyOf(parameters);
        }

        /** About what it takes in memory; all answers about a publication share that. */
        long bytes() {
            long characters = (long) schema.length() + path.length();
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                characters += variable.getKey().length() + variable.getValue().length();
            }
            for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
                characters += parameter.getKey().length();
                for (String value : parameter.getValue()) {
                    characters += value.length();
                }
            }
            return characters * Character.BYTES;
        }

        /** The key of the answer to a question that a request asks. */
        public static Key of(Context context, Question question) {
            Sight sight = question.reader().sight();
            return new Key(
                    question.reader().publication(),
                    sight.schema(),
                    sight.variables(),
                    context.path(),
                    context.queryParamMap());
        }
    }

    /** About as much as an entry takes beside its answer and the texts of its key. */
    private static final int ENTRY_BYTES = 1_000;

    private final long mostBytes;
    private final Map<Key, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final ConcurrentMap<Key, CompletableFuture<byte[]>> underway = new ConcurrentHashMap<>();
    private long bytes;

    /** Keeps at most about so many bytes, those asked for last. */
    public AnswerCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * The answer to a question, worked out only if it is not kept and nobody is at it.
     *
     * @throws Exception what the work throws, to all who wait for it; it is not kept
     */
    public byte[] get(Key key, Callable<byte[]> work) throws Exception {
        byte[] known = kept(key);
        if (known != null) {
            return known;
        }
        CompletableFuture<byte[]> own = new CompletableFuture<>();
        CompletableFuture<byte[]> others = underway.putIfAbsent(key, own);
        return others == null ? workOut(key, work, own) : await(others);
    }

    private byte[] workOut(Key key, Callable<byte[]> work, CompletableFuture<byte[]> waited) throws Exception {
        try {
            byte[] meanwhile = kept(key);
            byte[] answer = meanwhile == null ? work.call() : meanwhile;
            keep(key, answer);
            waited.complete(answer);
            return answer;
        } catch (Exception | Error failure) {
            waited.completeExceptionally(failure);
            throw failure;
        } finally {
            underway.remove(key, waited);
        }
    }

    private static byte[] await(CompletableFuture<byte[]> others) throws Exception {
        try {
            return others.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private synchronized byte @Nullable [] kept(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, byte[] answer) {
        byte[] before = kept.put(key, answer);
        bytes += bytes(key, answer) - (before == null ? 0 : bytes(key, before));
        var entries = kept.entrySet().iterator();
        while (bytes > mostBytes && entries.hasNext()) {
            Map.Entry<Key, byte[]> eldest = entries.next();
            bytes -= bytes(eldest.getKey(), eldest.getValue());
            entries.remove();
        }
    }

    private static long bytes(Key key, byte[] answer) {
        return ENTRY_BYTES + key.bytes() + answer.length;
    }
}
