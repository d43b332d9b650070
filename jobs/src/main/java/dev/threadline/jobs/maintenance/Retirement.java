package dev.threadline.jobs.maintenance;

import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Publications;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** Gives up publications that another one took the place of long ago; their rows stay and say so. */
final class Retirement {

    private final Publications publications;

    Retirement(Publications publications) {
        this.publications = publications;
    }

    /**
     * Retires publications; the newest one never.
     *
     * @param retained how long a publication is kept after another took its place
     * @param isNeeded whether a publication of that number is kept, however old
     * @return the numbers of those retired now
     */
    List<Long> run(Instant now, Duration retained, LongPredicate isNeeded) {
        List<Publication> all = publications.all();
        List<Long> retired = new ArrayList<>();
        for (int i = 0; i + 1 < all.size(); i++) {
            Instant replacedAt = Instant.ofEpochMilli(all.get(i + 1).publishedAt());
            long number = all.get(i).publicationId();
            boolean isOld = !replacedAt.plus(retained).isAfter(now);
            if (all.get(i).retiredAt() == null && isOld && !isNeeded.test(number)) {
                retired.add(number);
            }
        }
        if (!retired.isEmpty()) {
            publications.change(publication -> retired.contains(publication.publicationId())
                    ? publication.retired(now.toEpochMilli())
                    : publication);
        }
        return retired;
    }
}
