package io.holdfast.config.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.holdfast.config.Parsed;
import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Verdict;
import io.holdfast.config.host.MemorySource;
import io.holdfast.config.host.Source;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a small file may become, and what no file may. Times are far above what is measured, for busy machines.
class ExpansionLimitsTest {
    /// The manual's example, with paths of its own.
    private static final String MANUAL = """
            $VI4= \\
            track_file offset.${IF}.${NUM}.${ID} { \\
                file "${_PWD}/track/4.${IF}.${NUM}.${ID}" \\
                weight -100 \\
            } \\
            vrrp_instance vrrp4.${IF}.${NUM}.${ID} { \\
                interface bond${IF}.${NUM} \\
                use_vmac vrrp4.${IF}.${NUM}.${ID} \\
                virtual_router_id ${ID} \\
                priority 130 \\
                virtual_ipaddress { \\
                    10.${IF}.${NUM}.${ID}/24 \\
                } \\
                track_file { \\
                    offset.${IF}.${NUM}.${ID} \\
                } \\
            }

            ~SEQ(IF,0,7) ~SEQ(NUM,0,31) ~SEQ(ID,1,254) $VI4
            """;

    private static Reading read(String text) {
        return ConfigReader.read(new MemorySource(Map.of("/etc/m", text)), "/etc/m", ReaderOptions.of("main"));
    }

    private static List<Problem> problems(Reading reading) {
        return reading.findings().stream().map(Finding::problem).toList();
    }

    @Test
    void theManualsSixtyFiveThousandInstancesExpand() {
        read(MANUAL);
        Reading reading = assertTimeout(Duration.ofSeconds(10), () -> read(MANUAL));
        assertThat(reading.findings()).isEmpty();
        Lines lines = new Lines(reading.snapshot());
        int instances = 0;
        Line last = lines.peek();
        while (lines.hasNext()) {
            last = lines.next();
            instances += last.text().startsWith("vrrp_instance ") ? 1 : 0;
        }
        assertThat(instances).isEqualTo(65_024);
        assertThat(last.text()).isEqualTo("}");
        assertThat(reading.snapshot().size()).isLessThan(40 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"~SEQ(A,1,999999999999) x${A}", "~SEQ(A,999999999) @other x", "~SEQ(A,999999999) $B=1",
            "~SEQ(A,99999) ~SEQ(B,99999) ~SEQ(C,99999) x", "~SEQ(A,999999999) include none",
            "~SEQ(A,999999999) x${A { }", "~SEQ(A,99999999) ~SEQ(B,0)",
            "$A=\\\n$B\\\n$B\\\n$B\\\n$B\n\n$B=\\\n$C\\\n$C\\\n$C\\\n$C\n\n$C=\\\n$D\\\n$D\\\n$D\\\n$D\n\n"
                    + "$D=\\\n~SEQ(V,9999) x\\\n~SEQ(V,9999) y\n\n~SEQ(W,99999) $A"})
    void bombsAreRefusedInTime(String text) {
        Reading reading = assertTimeout(Duration.ofSeconds(20), () -> ConfigReader
                .read(new MemorySource(Map.of("/etc/m", text)), "/etc/m", ReaderOptions.of("main"), 2 << 20));
        assertThat(problems(reading)).contains(Problem.TOO_MUCH_TEXT);
        assertThat(Verdict.startExit(reading.findings())).isEqualTo(2);
        assertThat(new Lines(reading.snapshot()).hasNext()).isFalse();
    }

    /// With the limits as they are; with smaller ones above, since the others are in proportion.
    @Test
    void theLargestBombTakesSeconds() {
        Reading reading = assertTimeout(Duration.ofSeconds(60), () -> read("~SEQ(A,999999999) x${A} @y"));
        assertThat(problems(reading)).containsExactly(Problem.TOO_MUCH_TEXT);
    }

    /// The source gives no more than it is asked for; a file of a gigabyte is never in memory.
    @Test
    void aLineWithoutEndIsNotRead() {
        Source endless = new Source() {
            @Override
            public Content read(String path, int maxBytes) {
                assertThat(maxBytes).isLessThanOrEqualTo(32 << 20);
                return new Content.TooLarge();
            }

            @Override
            public List<String> list(String directory) {
                return List.of();
            }

            @Override
            public String directory(String path) {
                return "/";
            }
        };
        Reading reading = ConfigReader.read(endless, "m", ReaderOptions.of("main"));
        assertThat(Verdict.startExit(reading.findings())).isEqualTo(6);
    }

    @Test
    void aLineAsLongAsAllFilesTogetherIsLeftOut() {
        Parsed parsed = Parsed.text("x".repeat(16 << 20) + "\ny\n" + "x".repeat(8 << 20));
        assertThat(parsed.lines()).containsExactly("y");
        assertThat(parsed.reading().findings()).hasSize(2);
        assertThat(parsed.reading().findings().get(1).text().length()).isLessThan(3000);
    }

    @Test
    void fortyFilesWithinEachOtherAreTooMany() {
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            files.put("f" + i, "~SEQ(V,1) include f" + (i + 1) + "\n");
        }
        Reading reading = ConfigReader.read(new MemorySource(files), "f0", ReaderOptions.of("main"));
        assertThat(problems(reading)).containsExactly(Problem.INCLUDE_LOOP);
        assertThat(reading.findings().get(0).text()).contains("included from f30:1");
    }

    @Test
    void sequencesOfALineMayNestThirtyTwoDeep() {
        assertThat(problems(read("~SEQ(A,1) ".repeat(32) + "x"))).isEmpty();
        assertThat(problems(read("~SEQ(A,1) ".repeat(33) + "x"))).containsExactly(Problem.ENDLESS_EXPANSION);
    }

    /// Twice as much costs twice the time, give or take what a busy machine adds.
    @Test
    void oneLineOfManyUsesIsQuick() {
        String text = "$A=\n" + ("${A}".repeat(250) + "x\n").repeat(2_000);
        Reading reading = assertTimeout(Duration.ofSeconds(20), () -> read(text));
        assertThat(reading.findings()).isEmpty();
    }
}
