package dev.threadline.dashboard.command;

import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.Warehouse;
import dev.threadline.dashboard.web.Dashboard;
import dev.threadline.dashboard.web.DashboardSettings;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;

/**
 * The classes that the launcher has a process leave behind for quicker starts: one that ends by itself also uses what a
 * dashboard uses, which does not, so that those are among them.
 */
final class KeptClasses {

    /** A system property, which the launcher sets to true for a process that leaves its classes behind. */
    private static final String ARE_KEPT = "threadline.keep-classes";

    private static final List<String> ASKED = List.of("/api/health", "/");

    private KeptClasses() {}

    /** Serves a warehouse for as long as it takes to answer, on this machine alone; nothing in any other process. */
    static void ofDashboard(Warehouse warehouse) {
        if (Boolean.getBoolean(ARE_KEPT)) {
            try (LiveWarehouse live = new LiveWarehouse(warehouse)) {
                Javalin server =
                        Dashboard.create(live, DashboardSettings.local()).start("127.0.0.1", 0);
                try {
                    ASKED.forEach(address -> ask(server.port(), address));
                } finally {
                    server.stop();
                }
            } catch (RuntimeException unanswered) {
                // The command that was asked for is done, and a start from fewer classes is only slower.
            }
        }
    }

    private static void ask(int port, String address) {
        try (InputStream answer =
                URI.create("http://127.0.0.1:" + port + address).toURL().openStream()) {
            answer.readAllBytes();
        } catch (IOException refused) {
            // An answer that tells of a failure needs its classes too.
        }
    }
}
