package io.holdfast.config.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.Configuration;
import io.holdfast.config.Parsed;
import io.holdfast.vrrp.VrrpSpec;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an operator is told before a reload, and by the log (`vrrp.md` 3.10).
class PlanDescriptionTest {
    private static final String OTHER = """
            vrrp_instance OTHER {
                interface eth0
                virtual_router_id 52
                virtual_ipaddress { 192.0.2.102 }
            }
            """;
    private static final String PLAIN = """
            vrrp_instance VI {
                interface eth0
                virtual_router_id 51
                virtual_ipaddress {
                    192.0.2.100
                    192.0.2.101
                }
            }
            """;

    private static Configuration parse(String text) {
        return Parsed.text(text).configuration();
    }

    private static List<String> lines(String before, String after) {
        return PlanDescription.between(parse(before), parse(after)).lines();
    }

    private static String with(String... lines) {
        return PLAIN.replace("interface eth0", "interface eth0\n    " + String.join("\n    ", lines));
    }

    @Test
    void nothingChanges() {
        PlanDescription plan = PlanDescription.between(parse(PLAIN + OTHER), parse("# a remark\n" + OTHER + PLAIN));
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.lines()).containsExactly("instances: 2 untouched");
    }

    @Test
    void whatOthersHearIsSaid() {
        assertThat(lines(PLAIN + OTHER, with("priority 90", "advert_int 2") + OTHER)).containsExactly(
                "(VI) changed: priority 100 -> 90, advert_int 1 -> 2; as master it sends an advertisement",
                "instances: 1 untouched, 1 changed");
    }

    @Test
    void whatNobodyHearsIsNot() {
        assertThat(lines(PLAIN, with("nopreempt"))).first().isEqualTo("(VI) changed: nopreempt off -> on");
    }

    @Test
    void addressesComeAndGo() {
        assertThat(lines(PLAIN, PLAIN.replace("192.0.2.100", "192.0.2.9/24 label eth0:9"))).first().isEqualTo(
                "(VI) changed: virtual_ipaddress -[192.0.2.100/32 dev eth0] +[192.0.2.9/24 dev eth0 label eth0:9]; as"
                        + " master it removes 192.0.2.100/32 dev eth0, adds 192.0.2.9/24 dev eth0 and announces its"
                        + " addresses, sends an advertisement");
    }

    @Test
    void anotherOrderOfAddressesIsAnotherAdvertisement() {
        String turned = PLAIN.replace("100", "x").replace("101", "100").replace("x", "101");
        assertThat(lines(PLAIN, turned)).first()
                .isEqualTo("(VI) changed: virtual_ipaddress in another order; as master it sends an advertisement");
    }

    @Test
    void aNameIsOnlyAName() {
        assertThat(lines(PLAIN, PLAIN.replace("VI ", "WEB "))).containsExactly("(WEB) renamed from VI",
                "instances: 0 untouched, 1 changed");
    }

    @Test
    void instancesComeAndGo() {
        assertThat(lines(PLAIN, OTHER)).containsExactly(
                "(VI) removed; as master it resigns with priority 0, removes 192.0.2.100/32 dev eth0, 192.0.2.101/32"
                        + " dev eth0",
                "(OTHER) added: starts as BACKUP",
                "instances: 0 untouched, 1 added, 1 removed");
        assertThat(lines(PLAIN, PLAIN + OTHER.replace("virtual_router_id", "priority 255\nvirtual_router_id")))
                .contains("(OTHER) added: starts as MASTER");
    }

    @Test
    void anotherVirtualRouterUnderTheSameNameIsSaidToBeOne() {
        assertThat(lines(PLAIN, PLAIN.replace("51", "61"))).containsExactly(
                "(VI) replaced by another virtual router: virtual_router_id 51 -> 61; as master it resigns with"
                        + " priority 0, removes 192.0.2.100/32 dev eth0, 192.0.2.101/32 dev eth0; the new one starts"
                        + " as BACKUP",
                "instances: 0 untouched, 1 replaced");
    }

    @Test
    void aPasswordIsNotShown() {
        String before = with("authentication { auth_type PASS; auth_pass geheim }".replace("; ", "\n").replace("{ ",
                "{\n").replace(" }", "\n}"));
        assertThat(lines(before, before.replace("geheim", "secret"))).first()
                .isEqualTo("(VI) changed: auth_pass changed; as master it sends an advertisement");
        assertThat(lines(PLAIN, before)).first()
                .isEqualTo("(VI) changed: auth_type none -> PASS; as master it sends an advertisement");
        assertThat(lines(PLAIN, before).toString() + lines(before, before.replace("geheim", "secret")))
                .doesNotContain("geheim").doesNotContain("secret");
    }

    @Test
    void aDefaultIsShownWhereItCounts() {
        assertThat(lines(PLAIN + OTHER.replace("virtual_router_id", "garp_master_repeat 7\nvirtual_router_id"),
                "global_defs {\nvrrp_garp_master_repeat 2\n}\n" + PLAIN
                        + OTHER.replace("virtual_router_id", "garp_master_repeat 7\nvirtual_router_id")))
                .first().asString().startsWith("(VI) changed: garp_master_repeat 5 -> 2");
    }

    @Test
    void settingsOfTheDaemonAreSaid() {
        assertThat(lines("", "global_defs {\nvrrp_startup_delay 2.5\nvrrp_rt_priority 20\n}\n")).containsExactly(
                "global settings changed: vrrp_rt_priority 0 -> 20, vrrp_startup_delay 0 -> 2.5",
                "instances: 0 untouched");
    }

    @Test
    void whatNeedsARestartIsSaid() {
        assertThat(lines(PLAIN, "use_pid_dir\n" + PLAIN)).containsExactly(
                "refused: cannot change use_pid_dir at a reload; please restart",
                "global settings changed: use_pid_dir off -> on", "instances: 1 untouched");
    }

    /// One setting each, in the words of the file.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            state MASTER               | state BACKUP -> MASTER
            version 3                  | version 2 -> 3
            down_timer_adverts 5       | down_timer_adverts 3 -> 5
            preempt_delay 1.5          | preempt_delay 0 -> 1.5
            mcast_src_ip 192.0.2.1     | mcast_src_ip none -> 192.0.2.1
            garp_master_repeat 2       | garp_master_repeat 5 -> 2
            garp_master_delay 1        | garp_master_delay 5 -> 1
            garp_master_refresh 60     | garp_master_refresh 0 -> 60
            garp_master_refresh_repeat 2 | garp_master_refresh_repeat 1 -> 2
            garp_lower_prio_repeat 1   | garp_lower_prio_repeat 5 -> 1
            garp_lower_prio_delay 9    | garp_lower_prio_delay 5 -> 9
            skip_check_adv_addr        | skip_check_adv_addr off -> on
            lower_prio_no_advert       | lower_prio_no_advert off -> on
            higher_prio_send_advert    | higher_prio_send_advert off -> on
            dont_track_primary         | dont_track_primary off -> on
            v3_checksum_as_v2          | v3_checksum_as_v2 off -> on
            kernel_rx_buf_size 4096    | kernel_rx_buf_size none -> 4096
            """)
    void aSettingIsSaidInTheWordsOfTheFile(String line, String change) {
        assertThat(lines(with("priority 100"), with("priority 100", line))).first().asString().contains(change);
    }

    /// Whatever is configured and differs is said: a new component of a specification needs a line in the table, and
    /// a line here that gives it another value.
    @Test
    void noPartOfASpecificationIsForgotten() {
        VrrpSpec plain = spec(with("authentication {", "auth_type PASS", "auth_pass 1111", "}", "preempt_delay 2"));
        List<VrrpSpec> others = List.of(spec(with("state MASTER", "priority 90", "advert_int 3", "nopreempt")),
                spec(with("nopreempt", "down_timer_adverts 4", "garp_master_repeat 2", "kernel_rx_buf_size 4096",
                        "skip_check_adv_addr", "virtual_ipaddress_excluded {", "192.0.2.120", "}")),
                spec("""
                        vrrp_instance V6 {
                            interface eth1
                            virtual_router_id 6
                            mcast_src_ip fe80::1
                            virtual_ipaddress {
                                fe80::100
                            }
                        }
                        """));
        List<String> forgotten = new ArrayList<>();
        for (RecordComponent component : VrrpSpec.class.getRecordComponents()) {
            boolean said = false;
            for (VrrpSpec other : others) {
                VrrpSpec changed = withComponent(plain, component, other);
                said |= !changed.equals(plain) && !InstanceChanges.between(plain, changed).isEmpty();
            }
            if (!said) {
                forgotten.add(component.getName());
            }
        }
        assertThat(forgotten).as("beside the name, which is said otherwise").containsExactly("name");
    }

    private static VrrpSpec spec(String text) {
        return parse(text).node().instances().get(0);
    }

    private static VrrpSpec withComponent(VrrpSpec spec, RecordComponent changed, VrrpSpec other) {
        try {
            RecordComponent[] all = VrrpSpec.class.getRecordComponents();
            Object[] values = new Object[all.length];
            Class<?>[] types = new Class<?>[all.length];
            for (int i = 0; i < all.length; i++) {
                values[i] = all[i].getAccessor().invoke(all[i].getName().equals(changed.getName()) ? other : spec);
                types[i] = all[i].getType();
            }
            return VrrpSpec.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(String.valueOf(e.getMessage()), e);
        }
    }
}
