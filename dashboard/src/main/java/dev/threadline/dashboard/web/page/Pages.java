package dev.threadline.dashboard.web.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.threadline.dashboard.access.Access;
import dev.threadline.dashboard.access.Role;
import dev.threadline.dashboard.access.Rules;
import dev.threadline.dashboard.access.Visitor;
import dev.threadline.dashboard.access.Visitors;
import dev.threadline.dashboard.error.NotKept;
import dev.threadline.dashboard.error.UserError;
import dev.threadline.dashboard.warehouse.Publication;
import dev.threadline.dashboard.web.answer.ConversationById;
import dev.threadline.dashboard.web.answer.Questions;
import dev.threadline.dashboard.web.parameter.Parameters;
import dev.threadline.dashboard.web.parameter.PublicationParameter;
import dev.threadline.dashboard.web.question.Question;
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
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Renders the frame that every page stands in, with the filters of the address; the numbers come by fetch. */
public final class Pages {

    /** An entry of the navigation. */
    private record Link(String path, String title, boolean current) {}

    /** A part of a message. */
    private record Piece(String text, boolean command) {}

    private static final Pattern CARD =
            Pattern.compile("<section class=\"card[^\"]*\" data-chart=\"([a-z-]+)\"></section>");

    /** Pages without numbers. */
    private static final List<String> PLAIN = List.of("login", "sign-in-elsewhere", "api");

    private final Questions questions;
    private final Release release;
    private final boolean bySession;
    private final Template frame;
    private final Template problem;
    private final Map<String, Template> plain;
    private final Map<Page, Template> bodies = new EnumMap<>(Page.class);

    public Pages(Questions questions, Release release, Access access) {
        this.questions = questions;
        this.release = release;
        this.bySession = access.bySession();
        Mustache.Compiler compiler = Mustache.compiler().withLoader(Pages::file);
        this.frame = compiler.loadTemplate("frame");
        this.problem = compiler.loadTemplate("problem");
        this.plain = PLAIN.stream().collect(Collectors.toMap(Function.identity(), compiler::loadTemplate));
        for (Page page : Page.values()) {
            bodies.put(page, compiler.loadTemplate(Parameters.word(page)));
        }
    }

    /** Shows a page; where nothing is published yet, what makes it so. */
    public void show(Context context, Page page) throws Exception {
        Parameters parameters = new Parameters(context.queryParamMap());
        try {
            questions.ask(context, parameters, question -> {
                FilterBar bar = FilterBar.of(question, parameters);
                parameters.check();
                if (page == Page.CONVERSATION) {
                    ConversationById.find(question, context.pathParam("conversation_id"));
                }
                Map<String, Object> model = model(context, page.title(), Parameters.word(page));
                model.put("links", links(question.visitor().role(), page));
                model.put("publication", freshness(question.reader().publication()));
                model.put("pinned", pinned(question, parameters));
                model.put("bar", page.filtered() ? List.of(bar) : List.of());
                send(context, bodies.getOrDefault(page, problem), model);
            });
        } catch (NotKept missing) {
            throw missing;
        } catch (UserError nothingYet) {
            Map<String, Object> model = model(context, "Nothing to show yet", "waiting");
            model.put("detail", pieces(Mistakes.told(context, nothingYet)));
            model.put("waiting", true);
            send(context, problem, model);
        }
    }

    /** Shows what went wrong; the status is already set. */
    public void problem(Context context, String title, String detail) {
        plain(context, title, "problem", Map.of("detail", pieces(detail), "waiting", false));
    }

    /** Shows a page without numbers; the template and its module have the same name. */
    public void plain(Context context, String title, String name, Map<String, Object> members) {
        Map<String, Object> model = model(context, title, name);
        model.putAll(members);
        send(context, plain.getOrDefault(name, problem), model);
    }

    private void send(Context context, Template body, Map<String, Object> model) {
        String cards = body.execute(model);
        model.put(
                "body",
                Visitors.known(context)
                        .map(visitor -> admitted(cards, visitor.role()))
                        .orElse(cards));
        context.html(frame.execute(model)).contentType("text/html; charset=utf-8");
    }

    /** Leaves out the cards whose numbers the role may not ask for. */
    private static String admitted(String body, Role role) {
        return CARD.matcher(body)
                .replaceAll(
                        card -> Rules.admitsToChart(role, card.group(1)) ? Matcher.quoteReplacement(card.group()) : "");
    }

    private Map<String, Object> model(Context context, String title, String module) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", title);
        model.put("module", module);
        model.put("chartjs", release.chartJs());
        model.put("version", release.version());
        Optional<Visitor> visitor = Visitors.known(context);
        model.put("links", visitor.map(known -> links(known.role(), null)).orElse(List.of()));
        model.put(
                "visitor",
                visitor.filter(known -> !known.equals(Visitor.LOCAL)).map(this::signedIn).stream()
                        .toList());
        model.put("publication", List.of());
        model.put("pinned", List.of());
        model.put("bar", List.of());
        return model;
    }

    private Map<String, Object> signedIn(Visitor visitor) {
        return Map.of("visitor_name", visitor.name(), "role", visitor.role().word(), "session", bySession);
    }

    private static List<Link> links(Role role, @Nullable Page current) {
        return Arrays.stream(Page.values())
                .filter(page -> page.listed() && Rules.of(page.path()).admits(role))
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

    /** What is said above a page that shows an older publication, or may not be showing the newest. */
    private List<Map<String, Object>> pinned(Question question, Parameters parameters) {
        if (!PublicationParameter.isGiven(parameters) && !questions.isPinned()) {
            return List.of();
        }
        Publication publication = question.reader().publication();
        return List.of(Map.of(
                "id", publication.publicationId(),
                "published_at", publication.publishedAt().toString(),
                "definitions", publication.definitionVersion(),
                "policy", publication.policy(),
                "can_leave", PublicationParameter.isGiven(parameters)));
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
