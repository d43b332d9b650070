package dev.threadline.dashboard.web.question;

import dev.threadline.dashboard.warehouse.Publication;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Spares readers what they have: an answer changes only with its publication. */
public final class Freshness {

    private Freshness() {}

    /** Sets the tag of the publication and of what is seen of it; true, with the answer given, if the reader has it. */
    public static boolean unchanged(Context context, Question question) {
        Publication publication = question.reader().publication();
        String tag = "W/\"%d-%d-%s\""
                .formatted(
                        publication.publicationId(),
                        publication.publishedAt().toEpochMilli(),
                        question.reader().sight().tag());
        context.header("ETag", tag);
        context.header("Cache-Control", "private, no-cache");
        if (!tag.equals(context.header("If-None-Match"))) {
            return false;
        }
        context.status(HttpStatus.NOT_MODIFIED);
        return true;
    }
}
