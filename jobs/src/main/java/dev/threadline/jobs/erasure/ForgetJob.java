package dev.threadline.jobs.erasure;

import dev.threadline.ingestion.erasure.ErasureKey;
import dev.threadline.ingestion.warehouse.Vacuum;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.maintenance.MaintainJob;
import dev.threadline.jobs.maintenance.PinnedFiles;
import dev.threadline.jobs.pipeline.progress.Progress;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Publications;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Forgets customers: in messages, in what was refused, in every table that is built, in earlier publications, and in the
 * files of all of them.
 *
 * <p>What names them is removed in such an order that a run that comes to no end can be repeated: their ids are on the list
 * of those who may not come back before anything else, and messages, by which their threads are found, are last; whatever
 * follows needs no name. A run that is at work meanwhile does not bring them back: it fails, or knew them.
 */
public final class ForgetJob {

    /** Later than anything that was ever written. */
    private static final Instant ALWAYS = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final Warehouse warehouse;
    private final Function<Optional<Instant>, Publication> build;
    private final Progress progress;

    /**
     * Prepares to forget.
     *
     * @param build builds and publishes the tables up to an instant, or up to the newest message
     */
    public ForgetJob(Warehouse warehouse, Function<Optional<Instant>, Publication> build, Progress progress) {
        this.warehouse = warehouse;
        this.build = build;
        this.progress = progress;
    }

    /**
     * Who is to be forgotten.
     *
     * @param customers their ids
     * @param source whose customers they are; without it those of all sources
     * @param exclusive whether no other run is at work, so that files of runs that came to no end can go, however young
     */
    public record Request(
            List<String> customers, Optional<String> source, boolean exclusive, String runId, Instant now) {}

    /** Runs; repeating it is harmless. */
    public Receipt run(Request request) {
        Publications publications = new Publications(warehouse);
        PublicationErasure shown = new PublicationErasure(warehouse, publications);
        ErasureKey key = ErasureKey.ofOrNew(warehouse);
        ErasedList list = new ErasedList(warehouse, key);
        Forgotten forgotten = new Announcement(warehouse, list, request.runId(), request.now())
                .of(() -> new ForgottenJob(warehouse).find(request.customers(), request.source()));
        Optional<Instant> earlier = list.lastErased(forgotten);
        Removed removed = remove(forgotten);
        progress.step("messages, rejects and aliases");
        boolean isDue = removed.isAnything() || earlier.isPresent();
        Optional<Publication> after = isDue ? shown.publish(build, request.runId(), request.now()) : shown.before();
        List<Long> reduced = shown.reduce(removed.isAnything() ? ALWAYS : earlier.orElse(Instant.MIN), request.now());
        progress.step("publications");
        return new Receipt(
                request.runId(),
                request.now(),
                forgotten.found(key),
                removed.messages(),
                removed.rejects(),
                removed.aliases(),
                after.map(Publication::publicationId).orElse(null),
                reduced,
                removed.isAnything() ? after.map(shown::areNumbersUnchanged).orElse(null) : null,
                deleteFiles(publications, request));
    }

    /** What was removed beside rows that are built anew. */
    private record Removed(long messages, long rejects, long aliases) {
        boolean isAnything() {
            return messages + rejects + aliases > 0;
        }
    }

    private Removed remove(Forgotten forgotten) {
        TraceErasureJob traces = new TraceErasureJob(warehouse);
        long rejects = traces.rejects(forgotten);
        if (forgotten.isEmpty()) {
            return new Removed(0, rejects, 0);
        }
        Pseudonyms pseudonyms = Pseudonyms.draw(forgotten, new ForgottenJob(warehouse).orders(forgotten.threads()));
        long aliases = traces.restatements(pseudonyms);
        new MessageErasureJob(warehouse).run(pseudonyms);
        return new Removed(forgotten.messages(), rejects, aliases);
    }

    private Vacuum.Freed deleteFiles(Publications publications, Request request) {
        Instant unfinished = request.exclusive() ? ALWAYS : request.now().minus(MaintainJob.LONGEST_RUN);
        Vacuum.Freed freed =
                new PinnedFiles(warehouse, publications).deleteOthers(new Vacuum.Limits(ALWAYS, unfinished));
        progress.step("files");
        return freed;
    }
}
