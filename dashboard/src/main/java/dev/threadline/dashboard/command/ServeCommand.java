package dev.threadline.dashboard.command;

import dev.threadline.dashboard.access.Access;
import dev.threadline.dashboard.access.AccessSettings;
import dev.threadline.dashboard.access.ExportLog;
import dev.threadline.dashboard.alert.AlertSettings;
import dev.threadline.dashboard.alert.Alerts;
import dev.threadline.dashboard.error.DashboardErrors;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.Warehouse;
import dev.threadline.dashboard.web.Dashboard;
import dev.threadline.dashboard.web.DashboardSettings;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code threadline serve}: the dashboard in a browser, until it is stopped. */
@Command(
        name = "serve",
        description = "Serves the dashboard. A new publication shows by itself; Ctrl-C stops it.",
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  ./threadline serve --warehouse /data/warehouse --port 8080",
            "Then open http://127.0.0.1:8080/ in a browser."
        })
public final class ServeCommand implements Callable<Integer> {

    private static final Duration ALERTS = Duration.ofSeconds(5);

    @Mixin
    private WarehouseOption warehouse = new WarehouseOption();

    @Option(names = "--port", defaultValue = "7070", description = "Port to listen on; default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; default: ${DEFAULT-VALUE}, this machine. Others need users in the"
                    + " configuration.")
    private String host = "";

    @Option(
            names = "--as-of-publication",
            paramLabel = "N",
            description = "Go on showing publication N, whatever is published after it; default: the newest.")
    private @Nullable Long publication;

    @Override
    public Integer call() throws InterruptedException {
        DashboardConfiguration configuration = warehouse.configuration();
        refuseStrangers(configuration.access());
        Warehouse asked = Warehouse.in(configuration.storage().open());
        InstantSource time = InstantSource.system();
        // What an older publication would be worth an alert for, nobody needs to hear now.
        AlertSettings rules = publication == null ? configuration.alerts() : AlertSettings.NONE;
        try (LiveWarehouse live = live(asked, configuration.access());
                Alerts alerts = new Alerts(rules, live, time).every(ALERTS)) {
            Access access = new Access(configuration.access(), time);
            ExportLog exports = new ExportLog(time, configuration.exportLog());
            Javalin server = start(Dashboard.create(
                    live,
                    new DashboardSettings(
                            access,
                            configuration.showText(),
                            configuration.targets(),
                            exports,
                            alerts::statuses,
                            time)));
            System.out.printf("Dashboard of %s: http://%s:%d/%n", asked.place(), host, server.port());
            server.jettyServer().server().join();
        }
        return 0;
    }

    private LiveWarehouse live(Warehouse asked, AccessSettings access) {
        LiveWarehouse live = new LiveWarehouse(asked, Access.lenses(access), Optional.ofNullable(publication));
        if (publication != null) {
            live.refresh();
        }
        return live.watchEvery(asked.interval());
    }

    /** Other machines are let in only where somebody asks who is there. */
    private void refuseStrangers(AccessSettings access) {
        try {
            if (access.isOpen() && !InetAddress.getByName(host).isLoopbackAddress()) {
                throw DashboardErrors.openToOthers(host);
            }
        } catch (UnknownHostException nowhere) {
            throw DashboardErrors.portTaken(host, port);
        }
    }

    private Javalin start(Javalin server) {
        try {
            return server.start(host, port);
        } catch (JavalinBindException taken) {
            throw DashboardErrors.portTaken(host, port);
        }
    }
}
