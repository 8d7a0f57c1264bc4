package io.holdfast.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Findings;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Verdict;
import io.holdfast.config.host.Host;
import io.holdfast.config.host.MemorySource;
import io.holdfast.config.text.ConfigReader;
import io.holdfast.config.text.ReaderOptions;
import io.holdfast.config.text.Reading;
import io.holdfast.config.text.Snapshot;
import io.holdfast.fuzz.FuzzTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever a file contains: no exception, no hang, no unbounded memory, no password in what is printed.
class ConfigFuzzTest {
    private static final FuzzTarget TARGET = new FuzzTarget(ConfigFuzz.class, ConfigFuzz::fuzzerTestOneInput);
    private static final int RUNS = 3_000;
    private static final String VALID = """
            $TEN=10
            $ADDRESSES= \\
            10.1.${A}.${TEN} \\
            10.2.${A}.${TEN} label eth0:${A}

            global_defs {
                router_id A
                vrrp_version 3
                notification_email { a@b }
                vrrp_cpu_affinity 0 1
                include b.conf
            }
            vrrp_script chk {
                script "/usr/bin/x 'a b' \\x41"
                interval 0.5
                weight -2 reverse
                user root root
            }
            track_file f {
                file /x
                init_file 3 overwrite
            }
            vrrp_track_process p {
                process "a b" c
                quorum 2
                param_match initial
            }
            vrrp_sync_group G {
                group { VI_1 VI_2 }
                track_file { f weight 2 reverse }
            }
            interface_up_down_delays { eth0 1 .5 }
            vrrp_instance VI_1 {
                notify_master "/bin/x 'y'" root root
                notify_deleted
                use_vmac name v1 02:00:00:00:00 group 2
                use_ipvlan 10.0.0.8/24 vepa
                garp_extra_if all 5
                state BACKUP
                interface eth0
                virtual_router_id 51
                priority ${TEN}0 # more
                advert_int 1.5
                authentication {
                    auth_type PASS
                    auth_pass x
                }
                virtual_ipaddress {
                    10.0.0.1/24 dev eth0 label eth0:1 brd + scope link
                    10.0.0.2 peer 10.0.0.3
                    ~SEQ(A,1,2) $ADDRESSES
                    ~LST({A,P},{10.0.0.5,10.0.0.6}) $A peer $P
                }
                track_script { chk weight 2 }
                unicast_peer { 10.0.0.9 }
                virtual_routes {
                    10.9.0.0/16 via inet 10.0.0.4 dev eth0 mtu lock 1400 rtt 1.5s realms 1/2 encap mpls 1/2
                }
            }
            static_routes {
                blackhole default table 5 no_track
                10.8.0.0/16 dev eth0 nexthop via 10.0.0.2 weight 2 encap ip id 5 dst 10.0.0.3 nexthop dev eth1
            }
            static_rules { from 10.0.0.0/8 fwmark 1/2 sport 1-2 table main priority 5 }
            """;

    @Test
    void seedsBreakNoRule() {
        assertThat(TARGET.replaySeeds()).isPositive();
    }

    @Test
    @Tag("fuzz")
    void noTextBreaksARule() {
        TARGET.fuzz(FuzzTarget.time());
    }

    /// What a child makes of the snapshot is what its parent made of it.
    @Test
    void theSnapshotParsesToTheSameInAnotherProcess() {
        Reading reading = Parsed.files(Map.of("a.conf", VALID, "b.conf", "router_id B\n"), "a.conf").reading();
        Configuration here = ConfigParser.parse(reading.snapshot(), Host.offline());
        Configuration there = ConfigParser.parse(Snapshot.of(reading.snapshot().bytes()), Host.offline());
        assertEquals(here, there);
        assertEquals("B", here.global().routerId().orElseThrow());
    }

    @Test
    void damagedSnapshotsAreRefusedNotRead() {
        byte[] bytes = Parsed.text(VALID).reading().snapshot().bytes();
        int refused = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            byte[] damaged = bytes.clone();
            Random random = new Random(seed);
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                ConfigParser.parse(Snapshot.of(damaged), Host.offline());
            } catch (IllegalArgumentException e) {
                refused++;
            }
        }
        assertTrue(refused > 0);
    }

    /// A thousand wrong lines cost no more than the first few hundred, and none hides a refusal.
    @Test
    void findingsAreLimitedButTheWorstIsKept() {
        String text = "nonsense\n".repeat(5_000) + "vrrp_instance A {\ninterface\n}\n";
        Parsed parsed = Parsed.text(text);
        assertTrue(parsed.findings().size() < Findings.LIMIT + 10);
        assertTrue(parsed.problems().contains(Problem.MISSING_WORD));
        assertTrue(parsed.problems().contains(Problem.MORE_FINDINGS));
        assertEquals(2, Verdict.testExit(parsed.findings()));
    }

    @Test
    void deepNestingOverflowsNothing() {
        Parsed parsed = Parsed.text("foo {\n".repeat(200_000));
        assertEquals(List.of(Problem.UNKNOWN_KEYWORD, Problem.MISSING_CLOSE), parsed.problems());
    }

    /// Two files that include each other twice would open two to the thirty-second files.
    @Test
    void includeBombsStop() {
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            files.put("f" + i, ("include f" + (i + 1) + "\n").repeat(4));
        }
        files.put("f40", "foo\n");
        Parsed parsed = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Parsed.files(files, "f0"));
        assertTrue(parsed.configuration().findings().isEmpty());
        assertTrue(parsed.problems().contains(Problem.TOO_MUCH_TEXT), parsed::report);
        assertTrue(Verdict.refuses(parsed.findings()));
    }

    @Test
    void bracesAloneDoNotFillTheMemory() {
        String braces = ("{".repeat(1000) + "\n").repeat(9_000);
        Reading reading = ConfigReader.read(new MemorySource(Map.of("a", braces)), "a", ReaderOptions.of("main"));
        assertEquals(List.of(Problem.TOO_MUCH_TEXT), reading.findings().stream().map(Finding::problem).toList());
    }

    @Test
    void readingStopsAtTheLimitOfBytes() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lines.add("include big");
        }
        var source = new MemorySource(Map.of("a", String.join("\n", lines), "big", "x ".repeat(500) + "\n"));
        Reading reading = ConfigReader.read(source, "a", ReaderOptions.of("main"), 10_000);
        assertEquals(List.of(Problem.TOO_MUCH_TEXT), reading.findings().stream().map(Finding::problem).toList());
        assertTrue(reading.snapshot().bytes().length < 20_000);
    }
}
