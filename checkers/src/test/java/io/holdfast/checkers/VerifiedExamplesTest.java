package io.holdfast.checkers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.holdfast.config.Parsed;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Verdict;
import io.holdfast.lvs.Forwarding;
import io.holdfast.lvs.Protocol;
import io.holdfast.lvs.Quorum;
import io.holdfast.lvs.Scheduler;
import io.holdfast.lvs.VirtualServerSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rows 65 to 73 of `config-language.md` 20: what the original was seen to make of a file, and its exit status.
class VerifiedExamplesTest {
    private static final String COMPLETE = """
            protocol TCP
            lvs_sched rr
            lvs_method NAT
            """;

    @Test
    void row65AServerWithoutRealServersIsDropped() {
        Parsed parsed = parsed("virtual_server 10.0.0.1 80 {\n" + COMPLETE + "}\n");
        assertExit(5, parsed);
        assertEquals(List.of(), servers(parsed));
    }

    @Test
    void row66ARealServerOfAnotherFamilyIsDropped() {
        Parsed parsed = parsed("virtual_server 10.0.0.1 80 {\n" + COMPLETE
                + "real_server 10.0.0.2 80 {\n}\nreal_server fd00::2 80 {\n}\n}\n");
        assertExit(5, parsed);
        assertEquals(1, servers(parsed).getFirst().realServers().size());
    }

    @Test
    void row67WhatIsNotSaidIsReportedOnceEach() {
        Parsed parsed = parsed("virtual_server 10.0.0.1 80 {\nreal_server 10.0.0.2 80 {\n}\n}\n");
        assertExit(5, parsed);
        assertEquals(3, parsed.problems().stream().filter(p -> p == Problem.SERVICE_DEFAULT).count());
        VirtualServerSpec server = servers(parsed).getFirst();
        assertEquals(Scheduler.WLC, server.scheduler());
        assertEquals(Forwarding.NAT, server.realServers().getFirst().forwarding());
        assertEquals(Protocol.UDP, server.protocol().orElseThrow());
    }

    @Test
    void row68QuorumAndHysteresisAreLowered() {
        Parsed parsed = parsed("virtual_server 10.0.0.1 80 {\n" + COMPLETE
                + "quorum 5\nhysteresis 7\nreal_server 10.0.0.2 80 {\n}\n}\n");
        assertExit(5, parsed);
        assertEquals(new Quorum(1, 0), servers(parsed).getFirst().quorum());
    }

    @Test
    void row69AGueTunnelWithoutPortIsIgnored() {
        Parsed parsed = parsed("virtual_server 10.0.0.1 80 {\n" + COMPLETE
                + "lvs_method TUN type gue\nreal_server 10.0.0.2 80 {\n}\n}\n");
        assertExit(5, parsed);
        assertEquals(Forwarding.NAT, servers(parsed).getFirst().realServers().getFirst().forwarding());
    }

    @Test
    void row70AServerOfNoGroupIsDroppedWithoutCounting() {
        Parsed parsed = parsed("virtual_server group nosuch {\n" + COMPLETE + "real_server 10.0.0.2 80 {\n}\n}\n");
        assertExit(0, parsed);
        assertTrue(parsed.problems().contains(Problem.NO_GROUP));
        assertEquals(List.of(), servers(parsed));
    }

    @Test
    void row71NatMaskIsUnknown() {
        Parsed parsed = parsed("virtual_server 10.0.0.1 80 {\n" + COMPLETE
                + "nat_mask 255.255.255.0\nreal_server 10.0.0.2 80 {\n}\n}\n");
        assertExit(5, parsed);
        assertEquals(List.of(Problem.NO_EFFECT_YET, Problem.UNKNOWN_KEYWORD), parsed.problems());
    }

    @Test
    void row72SessionsWithoutNeighbourOrOfTheSameNameAreDropped() {
        Parsed without = parsed("bfd_instance A {\n}\n");
        assertExit(5, without);
        assertEquals(List.of(), without.configuration().bfd());
        Parsed twice = parsed("bfd_instance A {\nneighbor_ip 10.0.0.1\n}\nbfd_instance A {\nneighbor_ip 10.0.0.2\n}\n");
        assertExit(5, twice);
        assertEquals("10.0.0.1", twice.configuration().bfd().getFirst().neighbour().toString());
        assertEquals(1, twice.configuration().bfd().size());
    }

    /// Here the original crashes.
    @Test
    void row73ASessionWithoutANameIsDropped() {
        Parsed parsed = parsed("bfd_instance {\nneighbor_ip 10.0.0.1\n}\n");
        assertExit(5, parsed);
        assertEquals(List.of(), parsed.configuration().bfd());
    }

    @Test
    void nothingIsWrongWithACompleteServer() {
        assertExit(0, parsed("virtual_server 10.0.0.1 80 {\n" + COMPLETE + "real_server 10.0.0.2 80 {\n}\n}\n"));
    }

    private static Parsed parsed(String text) {
        return Parsed.text(text, () -> CheckKinds.ALL);
    }

    private static List<VirtualServerSpec> servers(Parsed parsed) {
        return parsed.configuration().lvs().virtualServers();
    }

    private static void assertExit(int status, Parsed parsed) {
        assertEquals(status, Verdict.testExit(parsed.findings()), parsed::report);
    }
}
