package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a node tracks moves its address to the other node, and back when it is well again (`vrrp.md` 6).
///
/// Node a tracks. Where that has a weight, 20 points make the difference between being stronger and weaker than node b;
/// where not, a leaves the field.
@Tag("lab")
class TrackLabTest {
    private static final int STRONG = 200;
    private static final int WEAK = STRONG - 20;
    private static final String SECOND_DEVICE = "eth1";
    private static final Instance TRACKING = Instance.v3(0.2).priority(STRONG).vip(Cell.VIP);
    private static final Instance OTHER = TRACKING.priority((STRONG + WEAK) / 2);

    @Peers
    void aScriptWithAWeight(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Path file = file(cell);
            Daemon tracking = begin(cell, lookingFor(file, "weight -20") + tracking("track_script { present }"));
            movesForWeight(cell, () -> delete(file), () -> write(file, ""));
            neverFaulty(tracking);
        }
    }

    @Peers
    void aScriptWithoutAWeight(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Path file = file(cell);
            Daemon tracking = begin(cell, lookingFor(file, "fall 2") + tracking("track_script { present }"));
            movesForFault(cell, tracking, () -> delete(file), () -> write(file, ""));
        }
    }

    @Peers
    void anInterfaceWithAWeight(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            cell.a.addDevice(SECOND_DEVICE, "10.98.0.1");
            begin(cell, tracking("track_interface {", SECOND_DEVICE + " weight -20", "}"));
            movesForWeight(cell, () -> cell.a.carrier(SECOND_DEVICE, false), () -> cell.a.carrier(SECOND_DEVICE, true));
        }
    }

    @Peers
    void anInterfaceWithoutAWeight(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            cell.a.addDevice(SECOND_DEVICE, "10.98.0.1");
            Daemon tracking = begin(cell, tracking("track_interface {", SECOND_DEVICE, "}"));
            movesForFault(cell, tracking, () -> cell.a.carrier(SECOND_DEVICE, false),
                    () -> cell.a.carrier(SECOND_DEVICE, true));
        }
    }

    @Peers
    void aFileWithAWeight(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Path file = cell.lab.directory().resolve("tracked");
            write(file, "0\n");
            begin(cell, trackFile(file) + tracking("track_file {", "number weight 2", "}"));
            movesForWeight(cell, () -> write(file, "-10\n"), () -> delete(file));
        }
    }

    /// -254 and below.
    @Peers
    void aFileThatSaysFault(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Path file = cell.lab.directory().resolve("tracked");
            write(file, "0\n");
            Daemon tracking = begin(cell, trackFile(file) + tracking("track_file {", "number weight 1", "}"));
            movesForFault(cell, tracking, () -> write(file, "-300\n"), () -> write(file, "garbage\n"));
        }
    }

    /// keepalived counts processes in the first network namespace only, so that here it is the other node.
    @ParameterizedTest
    @EnumSource(Software.class)
    void aProcessWithAWeight(Software other) {
        try (Cell cell = Cell.open(new Pair(Software.HOLDFAST, other))) {
            Program program = new Program(cell.lab);
            program.start();
            begin(cell, """
                    vrrp_track_process worker {
                        process %s
                        weight -20
                    }
                    """.formatted(program.name()) + tracking("track_process { worker }"));
            movesForWeight(cell, program::kill, program::start);
        }
    }

    @ParameterizedTest
    @EnumSource(Software.class)
    void aProcessWithoutAWeight(Software other) {
        try (Cell cell = Cell.open(new Pair(Software.HOLDFAST, other))) {
            Program program = new Program(cell.lab);
            program.start();
            Daemon tracking = begin(cell, """
                    vrrp_track_process worker {
                        process %s
                    }
                    """.formatted(program.name()) + tracking("track_process { worker }"));
            movesForFault(cell, tracking, program::kill, program::start);
        }
    }

    private static Daemon begin(Cell cell, String configuration) {
        Daemon tracking = cell.startA(configuration);
        cell.a.expectHolds(Cell.VIP, true, Cell.PATIENCE);
        cell.standsBy(cell.startB(OTHER), OTHER);
        cell.wire.expectAdvert(cell.a, OTHER.vrid(), cell.now(), advert -> advert.priority() == STRONG, Cell.PATIENCE);
        return tracking;
    }

    private static void movesForWeight(Cell cell, Runnable failure, Runnable repair) {
        int failed = cell.now();
        failure.run();
        cell.wire.expectAdvert(cell.a, OTHER.vrid(), failed, advert -> advert.priority() == WEAK, Cell.PATIENCE);
        cell.expectTakeoverByB(OTHER, failed);
        cell.expectServes(cell.b, Cell.VIP);
        int repaired = cell.now();
        repair.run();
        cell.wire.expectAdvert(cell.a, OTHER.vrid(), repaired, advert -> advert.priority() == STRONG, Cell.PATIENCE);
        cell.expectServes(cell.a, Cell.VIP);
    }

    private static void movesForFault(Cell cell, Daemon tracking, Runnable failure, Runnable repair) {
        int failed = cell.now();
        failure.run();
        cell.wire.expectAdvert(cell.a, OTHER.vrid(), failed, advert -> advert.priority() == 0, Cell.PATIENCE);
        tracking.expectLine("(" + OTHER.name() + ") Entering FAULT STATE", Cell.PATIENCE);
        cell.expectTakeoverByB(OTHER, failed);
        cell.expectServes(cell.b, Cell.VIP);
        repair.run();
        cell.expectServes(cell.a, Cell.VIP);
    }

    private static void neverFaulty(Daemon daemon) {
        assertThat(daemon.log().all()).noneMatch(line -> line.says("FAULT"));
    }

    private static String tracking(String... lines) {
        return TRACKING.with(lines).text();
    }

    private static String lookingFor(Path file, String more) {
        return """
                vrrp_script present {
                    script "/usr/bin/test -e %s"
                    interval 1
                    user root
                    %s
                }
                """.formatted(file, more);
    }

    private static String trackFile(Path file) {
        return """
                vrrp_track_file number {
                    file %s
                }
                """.formatted(file);
    }

    private static Path file(Cell cell) {
        Path file = cell.lab.directory().resolve("tracked");
        write(file, "");
        return file;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
