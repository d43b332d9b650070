package dev.threadline.jobs.maintenance;

import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Publications;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
     * @return the numbers of those retired now
     */
    List<Long> run(Instant now, Duration retained) {
        List<Publication> all = publications.all();
        List<Long> retired = new ArrayList<>();
        for (int i = 0; i + 1 < all.size(); i++) {
            Instant replacedAt = Instant.ofEpochMilli(all.get(i + 1).publishedAt());
            if (all.get(i).retiredAt() == null && !replacedAt.plus(retained).isAfter(now)) {
                retired.add(all.get(i).publicationId());
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
