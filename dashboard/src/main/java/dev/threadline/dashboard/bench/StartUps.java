package dev.threadline.dashboard.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Commands that have next to nothing to do: what they take is what starting takes. */
final class StartUps {

    private static final int OK = 200;

    private final Tools tools;
    private final BenchLog log;
    private final Supplier<Path> warehouse;

    /**
     * Commands on one warehouse.
     *
     * @param log that it was built from
     * @param warehouse with a publication
     */
    StartUps(Tools tools, BenchLog log, Supplier<Path> warehouse) {
        this.tools = tools;
        this.log = log;
        this.warehouse = warehouse;
    }

    Measured help() {
        return tools.threadline("--help");
    }

    Measured sql() {
        return tools.threadline("sql", "--warehouse", warehouse.get().toString(), "SELECT 1");
    }

    Measured serve() {
        int port = freePort();
        return tools.threadlineUntil(
                answers(URI.create("http://127.0.0.1:" + port + "/api/health")),
                "serve",
                "--warehouse",
                warehouse.get().toString(),
                "--port",
                String.valueOf(port));
    }

    Measured nothingNew() {
        return tools.threadline(
                "run",
                "--input",
                log.files().toString(),
                "--source",
                log.mapping().toString(),
                "--warehouse",
                warehouse.get().toString());
    }

    private static BooleanSupplier answers(URI address) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        return () -> {
            try {
                return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException("no port is free", none);
        }
    }
}
