package dev.threadline.dashboard.web;

import dev.threadline.dashboard.access.Audience;
import dev.threadline.dashboard.access.Rules;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/** One address that the server answers. */
record Route(HandlerType method, String path, Handler handler) {

    static Route get(String path, Handler handler) {
        return new Route(HandlerType.GET, path, handler);
    }

    static Route post(String path, Handler handler) {
        return new Route(HandlerType.POST, path, handler);
    }

    /** Whom it answers. */
    Audience audience() {
        return Rules.of(path);
    }

    /** Registers it; HEAD asks as GET does, and is told all but the body. */
    void register(RoutesConfig routes) {
        routes.addHttpHandler(method, path, handler, audience());
        if (method.equals(HandlerType.GET)) {
            routes.addHttpHandler(HandlerType.HEAD, path, handler, audience());
        }
    }
}
