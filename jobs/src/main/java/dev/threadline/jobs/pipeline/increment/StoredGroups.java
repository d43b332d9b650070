package dev.threadline.jobs.pipeline.increment;

import dev.threadline.jobs.pipeline.shuffle.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Hands each owner of a partition what the last publication has of it: both come in the order of the owners' hashes. An owner
 * may have nothing there, and what is there of others is passed over.
 */
final class StoredGroups<T> {

    private final Groups<T> groups;
    private final List<List<T>> ofHash = new ArrayList<>();
    private long hash;

    StoredGroups(Groups<T> groups) {
        this.groups = groups;
    }

    /**
     * What is stored of an owner.
     *
     * @param ownerHash not less than that of the owner asked for before
     */
    List<T> of(long ownerHash, Predicate<T> isOwners) {
        if (hash != ownerHash) {
            ofHash.clear();
            hash = ownerHash;
        }
        while (groups.hasNext() && groups.nextHash() <= ownerHash) {
            boolean sameHash = groups.nextHash() == ownerHash;
            List<T> group = groups.next();
            if (sameHash) {
                ofHash.add(group);
            }
        }
        return ofHash.stream()
                .filter(group -> isOwners.test(group.get(0)))
                .findFirst()
                .orElse(List.of());
    }
}
