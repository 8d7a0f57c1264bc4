package io.holdfast.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/// What tutorials have people write to track a web server, unchanged; a program of the test stands in for nginx.
@Tag("lab")
class TutorialLabTest {
    private static final Instance WEB = Instance.v3(0.2).vip(Cell.VIP);

    @BeforeAll
    static void needsKillall() {
        assumeTrue(Command.exists("killall"), "killall is missing: install psmisc");
    }

    /// The master is worth 10 points more, the web server 20.
    @Peers
    void killallAsTheScriptWithAWeightInTheReferenceToo(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Program nginx = new Program(cell.lab);
            nginx.start();
            // Processes are of the machine, not of the node: only the first node asks for them.
            cell.startA(script("\"killall -0 " + nginx.name() + "\"", "fall 2\nrise 2\nweight 2\n")
                    + WEB.priority(110).with("track_script { chk_nginx weight -20 }").text());
            cell.a.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            cell.standsBy(cell.startB(WEB), WEB);
            nginx.kill();
            cell.expectServes(cell.b, Cell.VIP);
            nginx.start();
            cell.expectServes(cell.a, Cell.VIP);
        }
    }

    /// The script fails only when it cannot help.
    @Peers
    void aScriptThatStartsTheServerAgain(Pair pair) throws IOException {
        try (Cell cell = Cell.open(pair)) {
            Program nginx = new Program(cell.lab);
            Path started = Files.createFile(cell.lab.directory().resolve("started"));
            cell.lab.own(() -> restarted(started).forEach(ProcessHandle::destroyForcibly));
            Timeline<LogLine> starts = cell.lab.own(Background.start(List.of("tail", "-n", "+1", "-f",
                    started.toString()))).lines();
            Path script = executable(cell.lab.directory().resolve("chk_nginx.sh"), """
                    #!/bin/bash
                    counter=$(ps -C %1$s --no-heading | wc -l)
                    if [ "${counter}" = "0" ]; then
                        %2$s &
                        echo $! >>%3$s
                        sleep 0.2
                        counter=$(ps -C %1$s --no-heading | wc -l)
                        if [ "${counter}" = "0" ]; then
                            exit 1
                        fi
                    fi
                    """.formatted(nginx.name(), String.join(" ", nginx.command()), started));
            Daemon first = cell.startA(script("\"" + script + "\"", "").replace("interval 1\n", "interval 2\n")
                    + WEB.priority(110).with("track_script {\nchk_nginx\n}").text());
            cell.a.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            cell.standsBy(cell.startB(WEB), WEB);

            starts.expect("the first start", 0, _ -> true, Cell.PATIENCE);
            int again = starts.position();
            restarted(started).forEach(ProcessHandle::destroyForcibly);
            starts.expect("another start", again, _ -> true, Cell.PATIENCE);
            cell.onlyOneSpeaks(cell.a, cell.b, WEB, 10);

            nginx.uninstall();
            restarted(started).forEach(ProcessHandle::destroyForcibly);
            first.expectLine("(" + WEB.name() + ") Entering FAULT STATE", Cell.PATIENCE);
            cell.expectServes(cell.b, Cell.VIP);
        }
    }

    /// The result of its first run counts, not what comes a minute later.
    @Peers
    void aScriptThatIsRunOnceAMinuteDecidesAtTheStart(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            cell.startA(script("\"/usr/bin/false\"", "weight -20\n").replace("interval 1\n", "interval 60\n")
                    + WEB.priority(110).with("track_script { chk_nginx }").text());
            cell.wire.expectAdvert(cell.a, WEB.vrid(), 0, advert -> advert.priority() == 90, Cell.PATIENCE);
            int position = cell.now();
            cell.startB(WEB);
            cell.expectTakeoverByB(WEB, position);
            cell.expectServes(cell.b, Cell.VIP);
        }
    }

    private static Stream<ProcessHandle> restarted(Path started) throws IOException {
        return Files.readAllLines(started).stream().map(Long::parseLong).flatMap(pid -> ProcessHandle.of(pid).stream());
    }

    private static String script(String command, String more) {
        return "vrrp_script chk_nginx {\nscript " + command + "\ninterval 1\n" + more + "user root\n}\n";
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
