package dev.threadline.jobs.rebuild;

import java.time.LocalDate;
import java.util.List;

/**
 * What readers see and what they would see, over the same days.
 *
 * @param from the first day, in the report zone
 * @param publicationId whose figures are those before
 */
public record Comparison(LocalDate from, long publicationId, List<Figure> figures) {

    public Comparison {
        figures = List.copyOf(figures);
    }

    /** The figures that are other ones now. */
    public List<Figure> changed() {
        return figures.stream().filter(Figure::isChanged).toList();
    }
}
