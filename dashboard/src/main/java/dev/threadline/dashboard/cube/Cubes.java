package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.cube.Cube.SpreadKey;
import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.Filters;
import dev.threadline.dashboard.result.Rows;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.Publication;
import dev.threadline.dashboard.warehouse.PublicationReader;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cube of the publication that is shown. It is made in the background, one thing after another; until it is there, and
 * for what it does not hold, the tables are asked.
 */
public final class Cubes {

    private static final Logger LOG = LoggerFactory.getLogger(Cubes.class);

    /** What a conversation takes, all durations by both clocks, with what is needed while they are made. */
    private static final long BYTES_PER_CONVERSATION = 200;

    private final LiveWarehouse warehouse;
    private final long mostConversations;
    private final Maker maker;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile @Nullable Held held;

    /** Makes a cube without its durations. */
    interface Maker {
        Cube make(PublicationReader reader) throws SQLException;
    }

    /** The cube of a publication; none where it has too many conversations, or making it failed. */
    private record Held(Publication publication, Optional<Cube> cube) {}

    /** Holds cubes of as many conversations as fit into a third of the memory. */
    public static Cubes of(LiveWarehouse warehouse) {
        return new Cubes(warehouse, Runtime.getRuntime().maxMemory() / 3 / BYTES_PER_CONVERSATION);
    }

    Cubes(LiveWarehouse warehouse, long mostConversations) {
        this(warehouse, mostConversations, reader -> new Cube(reader.publication(), new CubeReader(reader).counts()));
    }

    Cubes(LiveWarehouse warehouse, long mostConversations, Maker maker) {
        this.warehouse = warehouse;
        this.mostConversations = mostConversations;
        this.maker = maker;
    }

    /**
     * The rows of a query of a publication, as a reader who sees all its rows asks it; nothing where its tables have to be
     * asked.
     *
     * @param firstDate the first date with data
     */
    public Optional<Rows> rows(PublicationReader reader, String query, Filters filters, LocalDate firstDate) {
        if (!reader.sight().showsEveryRow()) {
            return Optional.empty();
        }
        Optional<Cube> cube = cubeOf(reader.publication());
        Optional<Rows> rows = cube.flatMap(known -> known.rows(query, filters, firstDate));
        if (cube.isPresent() && !cube.get().wanted().isEmpty()) {
            catchUpInBackground();
        }
        return rows;
    }

    /** The cube of a publication, if that is the one it was last made for. */
    Optional<Cube> cubeOf(Publication publication) {
        Held now = held;
        return now != null && now.publication().equals(publication) ? now.cube() : Optional.empty();
    }

    /** Makes what the publication that is shown lacks, in the background. */
    public void catchUpInBackground() {
        if (asked.getAndIncrement() == 0) {
            Thread thread = new Thread(this::catchUpWhileAsked, "cube");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Whether something is being made in the background. */
    boolean isAtWork() {
        return asked.get() > 0;
    }

    private void catchUpWhileAsked() {
        int before;
        do {
            before = asked.get();
            catchUp();
        } while (!warehouse.isClosed() && !asked.compareAndSet(before, 0));
    }

    /** Makes what the publication that is shown lacks, now. */
    void catchUp() {
        try (PublicationReader reader = warehouse.read()) {
            catchUp(reader);
        } catch (RuntimeException | Error unreadable) {
            if (!warehouse.isClosed()) {
                LOG.warn("the overview is answered from the tables alone", unreadable);
            }
        }
    }

    /** Where that fails, for want of memory for instance, the next publication is tried again. */
    private void catchUp(PublicationReader reader) {
        try {
            Held now = held;
            if (now == null || !now.publication().equals(reader.publication())) {
                now = make(reader, now);
                held = now;
            }
            if (now.cube().isPresent()) {
                addSpreads(now.cube().get(), reader);
            }
        } catch (SQLException | Error broken) {
            held = new Held(reader.publication(), Optional.empty());
            LOG.warn(
                    "the overview is answered from the tables alone until the next publication: {}", broken.toString());
        }
    }

    private Held make(PublicationReader reader, @Nullable Held before) throws SQLException {
        Set<SpreadKey> wanted = new TreeSet<>(Arrays.stream(Measure.values())
                .map(measure -> new SpreadKey(measure, Clock.WALL))
                .toList());
        if (before != null) {
            before.cube().ifPresent(cube -> wanted.addAll(cube.used()));
        }
        held = null;
        Cube cube = maker.make(reader);
        long conversations = cube.counts().started().total();
        if (conversations > mostConversations) {
            LOG.info("{} conversations are too many to hold: give Java more memory for quicker answers", conversations);
            return new Held(reader.publication(), Optional.empty());
        }
        cube.wanted().addAll(wanted);
        return new Held(reader.publication(), Optional.of(cube));
    }

    private static void addSpreads(Cube cube, PublicationReader reader) throws SQLException {
        List<Cell> cells = List.copyOf(cube.counts().started().cells());
        for (SpreadKey key : List.copyOf(cube.wanted())) {
            cube.hold(key, new CubeReader(reader).spread(key, cells));
        }
    }
}
