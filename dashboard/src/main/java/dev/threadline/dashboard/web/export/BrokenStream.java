package dev.threadline.dashboard.web.export;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Ends an answer that broke after it began, so that nobody takes its part for the whole. */
final class BrokenStream {

    private BrokenStream() {}

    /** Breaks the connection if part of the answer is on its way; else lets the failure be told. */
    static void abort(Context context, Exception failure) throws Exception {
        if (!context.res().isCommitted()) {
            // Not a reset: what browsers are told not to do holds for the problem too.
            context.res().resetBuffer();
            context.res().setHeader("Content-Disposition", null);
            context.res().setHeader("Content-Length", null);
            throw failure;
        }
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
