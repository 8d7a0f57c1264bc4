package io.holdfast.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VirtualAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterTest {
    private final Instance first = new Instance(1, Specs.vrrp().excluded("192.0.2.109").spec());
    private final Instance second = new Instance(2, Specs.vrrp().name("VI_2").on("eth1").vrid(52)
            .addresses(List.of(VirtualAddress.plain(Prefix.literal("192.0.2.100"), "eth0"),
                    VirtualAddress.plain(Prefix.literal("192.0.2.101/24"), "eth0"),
                    VirtualAddress.plain(Prefix.literal("192.0.2.100/24"), "eth1")))
            .spec());
    private final Instance third = new Instance(5, Specs.v3().name("VI_3").anywhere().vrid(53)
            .source("192.0.2.7").unicast("192.0.2.2").addresses("192.0.2.100").spec());
    private final Roster roster = new Roster(List.of(first, second, third));

    private List<Instance> holding(String address) {
        return roster.holding(IpAddress.literal(address));
    }

    @Test
    void anInstanceIsFoundByItsNumberAlone() {
        assertThat(roster.byId(new InstanceId(2, "as it was called before"))).containsSame(second);
        assertThat(roster.byId(new InstanceId(3, "VI_3"))).isEmpty();
    }

    @Test
    void anInterfaceConcernsWhoIsOnItAndWhoHasAddressesThere() {
        assertThat(roster.on("eth0")).containsExactly(first, second, third);
        assertThat(roster.on("eth1")).containsExactly(second);
        assertThat(roster.on("eth2")).isEmpty();
        assertThat(roster.anywhere()).containsExactly(third);
    }

    @Test
    void anAddressConcernsEveryHolderOnce() {
        assertThat(holding("192.0.2.100")).containsExactly(first, second, third);
        assertThat(holding("192.0.2.101")).containsExactly(first, second);
        assertThat(holding("192.0.2.109")).containsExactly(first);
        assertThat(holding("192.0.2.7")).isEmpty();
    }

    @Test
    void excludedAddressesAreVirtualLikeTheOthers() {
        assertThat(roster.virtual()).extracting(IpAddress::toString)
                .containsExactly("192.0.2.100", "192.0.2.101", "192.0.2.109");
    }
}
