package dev.threadline.dashboard.web.question;

import dev.threadline.dashboard.warehouse.Publication;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Spares readers what they have: an answer changes only with its publication and with how the server was set up. */
public final class Freshness {

    private static final @Nullable String VERSION = Freshness.class.getPackage().getImplementationVersion();

    private Freshness() {}

    /**
     * Sets the tag of all that the answer depends on beside the address; true, with the answer given, if the reader has it.
     *
     * @param settings of the server that the answer depends on
     */
    public static boolean unchanged(Context context, Question question, Object... settings) {
        Publication publication = question.reader().publication();
        String tag = "W/\"%d-%08x-%08x-%s\""
                .formatted(
                        publication.publicationId(),
                        // Not its number alone: its tables go when a customer in it is forgotten.
                        publication.hashCode(),
                        Objects.hash(VERSION, question.targets(), Arrays.hashCode(settings)),
                        question.reader().sight().tag());
        context.header("ETag", tag);
        if (!tag.equals(context.header("If-None-Match"))) {
            return false;
        }
        context.status(HttpStatus.NOT_MODIFIED);
        return true;
    }
}
