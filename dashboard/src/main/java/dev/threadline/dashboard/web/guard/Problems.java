package dev.threadline.dashboard.web.guard;

import dev.threadline.dashboard.error.DashboardErrors;
import dev.threadline.dashboard.error.NotKept;
import dev.threadline.dashboard.error.UserError;
import dev.threadline.dashboard.web.page.Mistakes;
import dev.threadline.dashboard.web.page.Pages;
import dev.threadline.dashboard.web.parameter.BadParameters;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what went wrong: to programs as RFC 9457 problem details, to people as a page. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/assets/", "/metrics");

    private final Pages pages;

    public Problems(Pages pages) {
        this.pages = pages;
    }

    /** Has every failure of a route answered here. */
    public void register(RoutesConfig routes) {
        routes.exception(
                BadParameters.class,
                (bad, context) -> answer(
                        context, HttpStatus.BAD_REQUEST, "Some parameters cannot be understood", bad.problems()));
        routes.exception(
                NotKept.class,
                (missing, context) ->
                        answer(context, HttpStatus.NOT_FOUND, "Not Found", List.of(Mistakes.told(context, missing))));
        routes.exception(
                UserError.class,
                (missing, context) -> answer(
                        context,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "There is nothing to show yet",
                        List.of(Mistakes.told(context, missing))));
        routes.exception(
                SQLTimeoutException.class,
                (slow, context) -> answer(
                        context,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "That takes too long",
                        List.of("Ask for a shorter period, or again when fewer others ask.")));
        routes.exception(MethodNotAllowedResponse.class, (refused, context) -> {
            context.header("Allow", String.join(", ", refused.getDetails().values()));
            answer(
                    context,
                    HttpStatus.METHOD_NOT_ALLOWED,
                    title(refused.getStatus()),
                    List.of("This address does not know the method %s.".formatted(context.method())));
        });
        routes.exception(
                HttpResponseException.class,
                (refused, context) -> answer(
                        context,
                        HttpStatus.forStatus(refused.getStatus()),
                        title(refused.getStatus()),
                        List.of(text(refused))));
        // Who hangs up will not read this; nothing is wrong on our side.
        routes.exception(
                EofException.class,
                (gone, context) -> answer(
                        context,
                        HttpStatus.BAD_REQUEST,
                        title(HttpStatus.BAD_REQUEST.getCode()),
                        List.of("The connection ended before the request did.")));
        routes.exception(
                SQLException.class,
                (failure, context) -> DashboardErrors.ofErased(failure)
                        .ifPresentOrElse(
                                erased -> answer(context, HttpStatus.NOT_FOUND, "Not Found", List.of(text(erased))),
                                () -> failed(failure, context)));
        routes.exception(Exception.class, this::failed);
    }

    private void failed(Exception broken, Context context) {
        LOG.error("{} {} failed", context.method(), context.path(), broken);
        answer(context, HttpStatus.INTERNAL_SERVER_ERROR, "That failed on our side", List.of("The log says why."));
    }

    /** Whether a program asks, which wants problem details, or a person, who wants a page. */
    static boolean isForPrograms(Context context) {
        return FOR_PROGRAMS.stream().anyMatch(context.path()::startsWith);
    }

    private static String text(Exception failure) {
        return String.valueOf(failure.getMessage());
    }

    private static String title(int status) {
        return HttpStatus.forStatus(status).getMessage();
    }

    private void answer(Context context, HttpStatus status, String title, List<String> problems) {
        context.status(status);
        context.header("Cache-Control", "no-store");
        context.res().setHeader("ETag", null);
        String detail = String.join("; ", problems);
        if (!isForPrograms(context)) {
            pages.problem(context, title, detail);
            return;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", title);
        members.put("status", status.getCode());
        members.put("detail", detail);
        members.put("instance", context.path());
        if (problems.size() > 1) {
            members.put("problems", problems);
        }
        context.json(members).contentType("application/problem+json");
    }
}
