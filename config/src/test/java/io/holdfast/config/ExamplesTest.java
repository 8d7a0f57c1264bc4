package io.holdfast.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.host.FilesSource;
import io.holdfast.vrrp.VrrpSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The tutorial configurations under `examples/`, which have to work unchanged.
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("../examples");

    /// Nothing is wrong with them but what keepalived complains of as well: a gap of 0 between announcements.
    @TestFactory
    Stream<DynamicTest> everyExampleRuns() throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.walk(EXAMPLES)) {
            files = paths.filter(path -> path.toString().endsWith(".conf")).sorted().toList();
        }
        assertTrue(files.size() >= 11, files::toString);
        return files.stream().map(file -> DynamicTest.dynamicTest(EXAMPLES.relativize(file).toString(), () -> {
            Parsed parsed = Parsed.of(new FilesSource(), file.toString());
            assertFalse(parsed.configuration().isRefused(), parsed::report);
            for (Finding finding : parsed.findings()) {
                boolean zeroGap = finding.problem() == Problem.CORRECTED_VALUE && finding.word().equals("0")
                        && finding.consequence().contains("is the default anyway");
                assertTrue(finding.problem() == Problem.NO_EFFECT_YET || zeroGap, finding::text);
            }
        }));
    }

    @Test
    void twoNodesDifferInStateAndPriorityOnly() {
        VrrpSpec master = only("two-nodes/master.conf");
        VrrpSpec backup = only("two-nodes/backup.conf");
        assertEquals(100, master.priority());
        assertEquals(90, backup.priority());
        assertTrue(master.wantsMaster());
        assertFalse(backup.wantsMaster());
        assertEquals(master.addresses(), backup.addresses());
        assertEquals("192.168.200.16/32", master.addresses().get(0).prefix().toString());
        assertEquals(master.authentication(), backup.authentication());
    }

    @Test
    void threeNodesAreMasterOfOneEach() {
        for (int node = 1; node <= 3; node++) {
            List<VrrpSpec> instances = instances("three-nodes/node" + node + ".conf");
            assertEquals(List.of(191, 192, 193), instances.stream().map(VrrpSpec::virtualRouterId).toList());
            assertEquals(201, instances.get(node - 1).priority());
            assertTrue(instances.get(0).options().skipAddressCheck());
        }
    }

    @Test
    void nopreemptLeavesTheMasterAlone() {
        assertFalse(only("nopreempt/node-a.conf").preempt());
        assertFalse(only("nopreempt/node-a.conf").wantsMaster());
    }

    @Test
    void theAddressMayBeOnAnotherInterface() {
        VrrpSpec spec = only("other-interface/node-a.conf");
        assertEquals(Optional.of("eth0"), spec.interfaceName());
        assertEquals("mgt", spec.addresses().get(0).interfaceName());
        assertEquals("192.168.66.135/24", spec.addresses().get(0).prefix().toString());
        assertEquals(Duration.ofSeconds(3), spec.advertInterval());
        assertEquals(Duration.ofSeconds(10), spec.preemptDelay());
        assertEquals(Duration.ofSeconds(5), spec.garp().delay());
    }

    @Test
    void dualMastersHaveOneInstanceEach() {
        assertEquals(List.of(true, false), wantMaster("dual-master/node-a.conf"));
        assertEquals(List.of(false, true), wantMaster("dual-master/node-b.conf"));
    }

    private static List<Boolean> wantMaster(String example) {
        return instances(example).stream().map(VrrpSpec::wantsMaster).toList();
    }

    private static VrrpSpec only(String example) {
        List<VrrpSpec> instances = instances(example);
        assertEquals(1, instances.size());
        return instances.get(0);
    }

    private static List<VrrpSpec> instances(String example) {
        return Parsed.of(new FilesSource(), EXAMPLES.resolve(example).toString()).configuration().node().instances();
    }
}
