package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Instances that go together (`vrrp.md` 5): a router with an inner and an outer side.
@Tag("lab")
class SyncGroupLabTest {
    private static final String INNER_DEVICE = "eth1";
    private static final String INNER_VIP = "10.98.0.101";
    private static final Instance OUTER = Instance.v3(0.2).vip(Cell.VIP);
    private static final Instance INNER = Instance.v3(0.2).vrid(52).vip(INNER_VIP);

    @Peers
    void bothSidesMoveWhenOneLosesItsLinkAndReturn(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Daemon first = begin(cell);
            cell.a.carrier(INNER_DEVICE, false);
            bothServedBy(cell, cell.b);
            first.expectLine("(" + OUTER.name() + ") Entering FAULT STATE", Cell.PATIENCE);
            cell.a.carrier(INNER_DEVICE, true);
            bothServedBy(cell, cell.a);
        }
    }

    @Peers
    void bothSidesMoveWhenANodeDies(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Daemon first = begin(cell);
            int crash = cell.now();
            first.crash();
            cell.a.pullCable();
            cell.a.carrier(INNER_DEVICE, false);
            cell.expectTakeoverByB(OUTER.priority(100), crash);
            cell.b.expectHolds(INNER_VIP, true, Cell.PATIENCE);
        }
    }

    /// A weight in the group moves both, and neither becomes faulty.
    @Peers
    void bothSidesMoveForAScriptOfTheGroup(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Path file = cell.lab.directory().resolve("tracked");
            write(file, "");
            begin(cell, """
                    vrrp_script present {
                        script "/usr/bin/test -e %s"
                        interval 1
                        weight -150
                        user root
                    }
                    """.formatted(file), "track_script { present }");
            file.toFile().delete();
            bothServedBy(cell, cell.b);
            write(file, "");
            bothServedBy(cell, cell.a);
        }
    }

    /// Losing and regaining the inner side, and the stop: whoever listens to a pipe hears the same in the same order.
    /// Scripts run side by side in keepalived, so that only what they were told is the same.
    @Test
    void aPipeAndScriptsHearOfGroupAndMembersWhatKeepalivedTells() {
        Told ours = told(Software.HOLDFAST);
        Told theirs = told(Software.KEEPALIVED);
        assertThat(ours.pipe()).isEqualTo(theirs.pipe());
        assertThat(ours.scripts()).containsExactlyInAnyOrderElementsOf(theirs.scripts());
        assertThat(ours.pipe()).containsSubsequence("GROUP \"SIDES\" MASTER 0", "GROUP \"SIDES\" FAULT 0",
                "GROUP \"SIDES\" BACKUP 0", "GROUP \"SIDES\" MASTER 0", "GROUP \"SIDES\" STOP 0");
    }

    private record Told(List<String> pipe, List<String> scripts) {}

    private static Told told(Software software) {
        try (Solo solo = Solo.open(software)) {
            Path pipe = solo.lab.directory().resolve("pipe");
            Command.run("mkfifo", pipe.toString());
            Timeline<LogLine> reader = solo.lab.own(Background.start(List.of("cat", pipe.toString()))).lines();
            Path heard = solo.lab.directory().resolve("heard");
            Path script = script(solo.lab, "echo \"$*\" >>" + heard);
            Daemon daemon = solo.start("global_defs {\nnotify_fifo " + pipe + "\n}\n" + group("notify " + script)
                    + Solo.FIRST.priority(150).text() + second(Solo.SECOND.priority(150).with("notify " + script)));
            expect(reader, 0, "GROUP \"SIDES\" MASTER 0");
            int cut = reader.position();
            solo.host.namespace().ip("link set " + Solo.SECOND_DEVICE + "-peer down");
            expect(reader, cut, "GROUP \"SIDES\" FAULT 0");
            int healed = reader.position();
            solo.host.namespace().ip("link set " + Solo.SECOND_DEVICE + "-peer up");
            expect(reader, healed, "GROUP \"SIDES\" MASTER 0");
            daemon.terminate();
            assertThat(daemon.awaitExit(Cell.PATIENCE)).isZero();
            expect(reader, healed, "GROUP \"SIDES\" STOP 0");
            return new Told(reader.all().stream().map(line -> line.text().strip()).toList(),
                    Files.readAllLines(heard));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void expect(Timeline<LogLine> reader, int since, String line) {
        Predicate<LogLine> wanted = seen -> seen.text().strip().equals(line);
        reader.expect("the line " + line, since, wanted, Cell.PATIENCE);
    }

    private static Daemon begin(Cell cell) {
        return begin(cell, "", "");
    }

    private static Daemon begin(Cell cell, String preamble, String more) {
        cell.a.addDevice(INNER_DEVICE, "10.98.0.1");
        cell.b.addDevice(INNER_DEVICE, "10.98.0.2");
        Daemon first = cell.startA(preamble + group(more) + sides(200));
        cell.a.expectHolds(Cell.VIP, true, Cell.PATIENCE);
        cell.a.expectHolds(INNER_VIP, true, Cell.PATIENCE);
        Daemon second = cell.startB(group("") + sides(100));
        cell.standsBy(second, OUTER);
        cell.standsBy(second, INNER);
        return first;
    }

    private static void bothServedBy(Cell cell, Host host) {
        cell.expectServes(host, Cell.VIP);
        cell.expectServes(host, INNER_VIP);
    }

    private static String sides(int priority) {
        return OUTER.priority(priority).text() + second(INNER.priority(priority));
    }

    private static String second(Instance instance) {
        return instance.text().replace("interface " + Host.DEVICE, "interface " + INNER_DEVICE);
    }

    private static String group(String more) {
        return """
                vrrp_sync_group SIDES {
                    group {
                        VI_51
                        VI_52
                    }
                    %s
                }
                """.formatted(more);
    }

    private static Path script(Lab lab, String command) {
        Path script = lab.directory().resolve("told");
        write(script, "#!/bin/sh\n" + command + "\n");
        try {
            return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
