package dev.threadline.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code threadline}, with a Java that only notes what it is asked for. */
class LauncherTest {

    private record Ended(int code, String told) {}

    @TempDir
    Path folder;

    private Path home;
    private Path calls;

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        calls = Files.createFile(folder.resolve("calls"));
        Files.copy(Path.of("..", "threadline"), home.resolve("threadline"));
        Files.createFile(home.resolve("pom.xml"));
        for (String module : List.of("jobs", "dashboard", "sample-data")) {
            Files.createDirectories(home.resolve(module + "/src/main"));
            Files.createFile(home.resolve(module + "/pom.xml"));
            Files.createDirectories(home.resolve(module + "/target"));
            Files.createFile(home.resolve(module + "/target/threadline-" + module + "-0.1.0.jar"));
        }
        Files.createDirectories(home.resolve("target"));
        Files.createFile(home.resolve("target/built"));
    }

    @Test
    void theDemoLeavesAFolderOfTheUsersAlone() throws IOException, InterruptedException {
        Path mine = Files.createDirectories(folder.resolve("mine/sample"));
        Files.writeString(mine.resolve("holiday.txt"), "sunny");

        Ended ended = demo("exit 0");

        assertThat(ended.told()).contains("stays as it is");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(mine.resolve("holiday.txt")).hasContent("sunny");
        assertThat(calls).isEmptyFile();
    }

    @Test
    void aSampleWhoseMakingWasStoppedIsMadeAnew() throws IOException, InterruptedException {
        String halfMade = "mkdir -p \"$out/log\"; touch \"$out/threadline.yml\"; exit 130";
        assertThat(demo(halfMade).code()).isEqualTo(130);

        Ended whole = demo("mkdir \"$out\" && touch \"$out/threadline.yml\"");

        assertThat(whole.code()).as(whole.told()).isZero();
        assertThat(Files.readAllLines(calls)).containsExactly("sample-data", "sample-data", "jobs", "dashboard");
        assertThat(folder.resolve("mine/sample/threadline.yml")).exists();
        assertThat(folder.resolve("mine/sample/log")).doesNotExist();
    }

    /** Starts the demo in a folder called mine; making the sample is what the given commands do to {@code $out}. */
    private Ended demo(String making) throws IOException, InterruptedException {
        Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                out=
                last=
                module=
                for word in "$@"; do
                    case $last in --out) out=$word ;; -jar) module=$(basename "$word" -0.1.0.jar) ;; esac
                    last=$word
                done
                echo "${module#threadline-}" >> '%s'
                [ "$module" != threadline-sample-data ] || { %s; }
                """.formatted(calls, making));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder shell = new ProcessBuilder(
                        "sh",
                        home.resolve("threadline").toString(),
                        "demo",
                        "--warehouse",
                        folder.resolve("mine").toString())
                .redirectErrorStream(true);
        shell.environment().put("JAVA_HOME", folder.resolve("java").toString());
        Process process = shell.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), told);
    }
}
