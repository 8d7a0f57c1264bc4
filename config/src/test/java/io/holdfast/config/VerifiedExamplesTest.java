package io.holdfast.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.holdfast.config.finding.Verdict;
import io.holdfast.notify.NotifySpec;
import io.holdfast.track.ScriptSpec.Probe;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rows of section 20 about scripts, trackers and groups, with the exit status of a test. Rows 45 and 46 need a
/// machine: `ScriptFileTest`.
class VerifiedExamplesTest {
    private static String instance(String name, int number, String more) {
        return """
                vrrp_instance %s {
                interface eth0
                virtual_router_id %d
                virtual_ipaddress { 10.0.0.%d }
                %s
                }
                """.formatted(name, number, number, more);
    }

    private static Configuration exits(int status, String text) {
        Parsed parsed = Parsed.text(text);
        assertEquals(status, Verdict.testExit(parsed.findings()), parsed::report);
        return parsed.configuration();
    }

    @Test
    void row44AbsentInterfaceInADelayIsFatalOnly() {
        assertEquals(List.of(), exits(4, "interface_up_down_delays { nosuch0 1 }\n").node().surroundings().trackers()
                .delays());
        exits(0, "global_defs {\ndynamic_interfaces\n}\ninterface_up_down_delays { nosuch0 1 }\n");
    }

    @Test
    void row55SyncGroupWithUnknownMemberAndWithOne() {
        String instances = instance("A", 1, "") + instance("B", 2, "");
        Configuration unknown = exits(5, "vrrp_sync_group G {\ngroup { A X B }\n}\n" + instances);
        assertEquals(List.of("A", "B"), unknown.node().surroundings().syncGroups().get(0).members());
        Configuration lone = exits(5, "vrrp_sync_group G {\ngroup { A }\n}\n" + instances);
        assertEquals(List.of("A"), lone.node().surroundings().syncGroups().get(0).members());
        exits(0, "vrrp_sync_group G {\ngroup { A B }\n}\n" + instances);
    }

    @Test
    void row56SecondListLosesTheGroup() {
        String instances = instance("A", 1, "") + instance("B", 2, "");
        Configuration lost = exits(5, "vrrp_sync_group G {\ngroup { A B }\ngroup { B }\n}\n" + instances);
        assertEquals(List.of(), lost.node().surroundings().syncGroups());
    }

    @Test
    void row74TwoRoundsOfQuotes() {
        NotifySpec notify = exits(6, instance("A", 1, "notify_master \"/p 'a b' \\\"z\\\" \\x41\" nobody nogroup"))
                .node().surroundings().instances().get(0).notifications();
        assertEquals(List.of("/p", "a b", "\"z\"", "A"), notify.master().orElseThrow().arguments());
        assertEquals("nobody", notify.master().orElseThrow().as().user().orElseThrow());
        assertEquals("nogroup", notify.master().orElseThrow().as().group().orElseThrow());
    }

    @Test
    void row75ArgumentsOutsideQuotesAreLost() {
        Configuration configuration = exits(6, "vrrp_script c {\nscript /p a b\n}\n"
                + instance("A", 1, "track_script { c }"));
        Probe probe = configuration.node().surroundings().trackers().scripts().get(0).probe();
        assertEquals(List.of("/p"), ((Probe.Runs) probe).command().arguments());
    }

    /// In keepalived it sets the flag, which is a defect (`vrrp.md` 10, row 9).
    @Test
    void row76SkipCheckAdvAddrOffIsHonoured() {
        assertFalse(exits(0, instance("A", 1, "skip_check_adv_addr off")).node().instances().get(0).options()
                .skipAddressCheck());
    }
}
