package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The addresses of a master as the kernel has them (`vrrp.md` 4.6), and those it refuses at first (4.5).
@Tag("lab")
class AddressLabTest {
    private static final String HOST6 = "fd00:99::1";
    private static final String SUBNET6 = "fd00:99::2";
    private static final String CHECKED6 = "fd00:99::3";
    private static final String ELSEWHERE6 = "fd00:98::4";

    private static String[] excluded(String... addresses) {
        String[] lines = new String[addresses.length + 2];
        lines[0] = "virtual_ipaddress_excluded {";
        System.arraycopy(addresses, 0, lines, 1, addresses.length);
        lines[lines.length - 1] = "}";
        return lines;
    }

    /// What `ip` says about an address.
    private static String attributes(Solo solo, String device, String address) {
        String all = Command.run("ip", "-n", solo.host.namespace().name(), "-o", "address", "show", "dev", device);
        return all.lines().filter(line -> line.contains(" " + address + "/")).findFirst().orElse("");
    }

    /// IPv6 addresses of an IPv4 instance; over IPv6 they are the same, see [DeliveryLabTest].
    @ParameterizedTest
    @EnumSource
    void ipv6AddressesAreUsableAtOnceAndNoSourceWithoutASubnet(Software software) {
        Instance instance = Solo.FIRST.with(excluded(HOST6, SUBNET6 + "/64", CHECKED6 + "/64 -nodad",
                ELSEWHERE6 + "/64 dev " + Solo.SECOND_DEVICE));
        try (Solo solo = Solo.open(software)) {
            solo.start(instance.text());
            solo.host.expectHolds(ELSEWHERE6, true, Cell.PATIENCE);
            solo.host.expectHolds(CHECKED6, true, Cell.PATIENCE);
            assertThat(attributes(solo, Host.DEVICE, HOST6)).contains("/128 ", "nodad", "deprecated",
                    "valid_lft forever preferred_lft 0sec").doesNotContain("tentative");
            assertThat(attributes(solo, Host.DEVICE, SUBNET6)).contains("/64 ", "nodad",
                    "valid_lft forever preferred_lft forever").doesNotContain("tentative", "deprecated");
            assertThat(attributes(solo, Host.DEVICE, CHECKED6)).contains("/64 ").doesNotContain("nodad");
            assertThat(attributes(solo, Solo.SECOND_DEVICE, ELSEWHERE6)).contains("/64 ", "nodad");
        }
    }

    @Test
    void anAddressThatIsRefusedAtFirstIsTriedUntilItIsThere() {
        Instance instance = Solo.FIRST.with(excluded(SUBNET6 + "/64", ELSEWHERE6 + "/64 dev " + Solo.SECOND_DEVICE));
        try (Solo solo = Solo.open()) {
            ipv6(solo, Solo.SECOND_DEVICE, false);
            Daemon daemon = solo.start(instance.text());
            daemon.expectLine("(" + instance.name() + ") " + ELSEWHERE6 + "/64 cannot be added: EACCES", Cell.PATIENCE);
            solo.host.expectHolds(SUBNET6, true, Cell.PATIENCE);
            solo.expectFirstServes(Instant.now());

            ipv6(solo, Solo.SECOND_DEVICE, true);
            solo.host.expectHolds(ELSEWHERE6, true, Cell.PATIENCE);
            daemon.expectLine("(" + instance.name() + ") " + ELSEWHERE6 + "/64 is there at last", Cell.PATIENCE);
            assertThat(daemon.log().all()).filteredOn(line -> line.says("cannot be added")).hasSize(1);
            assertThat(daemon.log().all()).noneMatch(line -> line.says("BACKUP"));
        }
    }

    /// An owner whose virtual address is all its interface has: as with keepalived it needs `mcast_src_ip`, since a
    /// virtual address is not a source by itself.
    @ParameterizedTest
    @EnumSource
    void anOwnerMaySendFromItsOwnVirtualAddress(Software software) {
        Instance owner = Instance.v3(0.2).priority(255).vip("10.99.0.1/24");
        try (Solo solo = Solo.open(software)) {
            Daemon daemon = solo.start(owner.text());
            daemon.expectLine("(" + owner.name() + ") ", Cell.PATIENCE);
            solo.host.expectHolds("10.99.0.1", false, Cell.PATIENCE);
            daemon.expectLine("FAULT", Cell.PATIENCE);
        }
        try (Solo solo = Solo.open(software)) {
            solo.start(owner.with("mcast_src_ip 10.99.0.1").text());
            solo.wire.expectAdvert(solo.host, owner.vrid(), 0, advert -> advert.priority() == 255, Cell.PATIENCE);
            solo.host.expectHolds("10.99.0.1", true, Cell.PATIENCE);
        }
    }

    private static void ipv6(Solo solo, String device, boolean on) {
        Command.run(solo.host.namespace().inside(java.util.List.of("sysctl", "-qw",
                "net.ipv6.conf." + device + ".disable_ipv6=" + (on ? 0 : 1))), "");
    }
}
