package dev.threadline.dashboard.web.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Says what went wrong with requests that never became any: the server below refuses what it cannot read. */
public final class JettyProblems extends ErrorHandler {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTENT_TYPE = "application/problem+json";
    private static final long LONGEST_BODY_BYTES = 65_536;
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "QUERY");

    /** Lets only methods through that have a name; with others routing would fail. */
    public static void refuseUnknownMethods(ServletContextHandler context) {
        context.insertHandler(new Handler.Wrapper() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                if (METHODS.contains(request.getMethod())) {
                    return super.handle(request, response, callback);
                }
                response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD, POST");
                Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
                return true;
            }
        });
    }

    /**
     * Has bodies read before a thread is taken for their request, so that who sends slowly, or never ends, holds none; one
     * that is longer than any form is refused.
     */
    public static void waitForBodies(ServletContextHandler context) {
        context.insertHandler(new EagerContentHandler(
                new EagerContentHandler.RetainedContentLoaderFactory(LONGEST_BODY_BYTES, -1, true)));
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, CONTENT_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        Content.Sink.write(response, true, problem(status), callback);
    }

    /** Nothing of the request is repeated: what could not be read is not worth trusting. */
    private static String problem(int status) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", HttpStatus.getMessage(status));
        members.put("status", status);
        members.put("detail", "The server cannot take this request as it is written.");
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
