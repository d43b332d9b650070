package dev.threadline.dashboard.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.threadline.dashboard.error.UserError;
import dev.threadline.dashboard.warehouse.Publication;
import io.javalin.http.Context;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Renders the frame that every page stands in, with the filters of the address; the numbers come by fetch. */
final class Pages {

    /** An entry of the navigation. */
    private record Link(String path, String title, boolean current) {}

    /** A part of a message. */
    private record Piece(String text, boolean command) {}

    private final Questions questions;
    private final Release release;
    private final Template frame;
    private final Template problem;
    private final Map<Page, Template> bodies = new EnumMap<>(Page.class);

    Pages(Questions questions, Release release) {
        this.questions = questions;
        this.release = release;
        Mustache.Compiler compiler = Mustache.compiler().withLoader(Pages::file);
        this.frame = compiler.loadTemplate("frame");
        this.problem = compiler.loadTemplate("problem");
        for (Page page : Page.values()) {
            bodies.put(page, compiler.loadTemplate(Parameters.word(page)));
        }
    }

    /** Shows a page; where nothing is published yet, what makes it so. */
    void show(Context context, Page page) throws Exception {
        Parameters parameters = new Parameters(context.queryParamMap());
        try {
            questions.ask(parameters, question -> {
                FilterBar bar = FilterBar.of(question, parameters);
                parameters.check();
                Map<String, Object> model = model(page.title(), Parameters.word(page));
                model.put("links", links(page));
                model.put("publication", freshness(question.reader().publication()));
                model.put("bar", page.filtered() ? List.of(bar) : List.of());
                send(context, bodies.getOrDefault(page, problem), model);
            });
        } catch (UserError nothingYet) {
            Map<String, Object> model = model("Nothing to show yet", "waiting");
            model.put("detail", pieces(nothingYet.getMessage()));
            model.put("waiting", true);
            send(context, problem, model);
        }
    }

    /** Shows what went wrong; the status is already set. */
    void problem(Context context, String title, String detail) {
        Map<String, Object> model = model(title, "problem");
        model.put("detail", pieces(detail));
        model.put("waiting", false);
        send(context, problem, model);
    }

    private void send(Context context, Template body, Map<String, Object> model) {
        model.put("body", body.execute(model));
        context.header("Cache-Control", "private, no-cache");
        context.html(frame.execute(model)).contentType("text/html; charset=utf-8");
    }

    private Map<String, Object> model(String title, String module) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", title);
        model.put("module", module);
        model.put("chartjs", release.chartJs());
        model.put("version", release.version());
        model.put("links", links(null));
        model.put("publication", List.of());
        model.put("bar", List.of());
        return model;
    }

    private static List<Link> links(@Nullable Page current) {
        return Arrays.stream(Page.values())
                .filter(Page::listed)
                .map(page -> new Link(page.path(), page.title(), page == current))
                .toList();
    }

    /** A message with its commands, which stand between backticks, set apart. */
    private static List<Piece> pieces(@Nullable String message) {
        String[] parts = String.valueOf(message).split("`", -1);
        return IntStream.range(0, parts.length)
                .mapToObj(i -> new Piece(parts[i], i % 2 == 1))
                .toList();
    }

    private static Map<String, Object> freshness(Publication publication) {
        return Map.of(
                "id", publication.publicationId(),
                "published_at", publication.publishedAt().toString(),
                "as_of", publication.asOf().toString(),
                "zone", publication.reportZone().getId());
    }

    private static Reader file(String name) {
        InputStream file = Pages.class.getResourceAsStream(name.toLowerCase(Locale.ROOT) + ".mustache");
        if (file == null) {
            throw new IllegalArgumentException("there is no template " + name + ".mustache");
        }
        return new InputStreamReader(file, StandardCharsets.UTF_8);
    }
}
