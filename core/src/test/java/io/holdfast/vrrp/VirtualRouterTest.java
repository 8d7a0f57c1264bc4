package io.holdfast.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VirtualRouterTest {
    private static final VrrpSpec SPEC = Specs.vrrp().spec();

    private static final List<VrrpSpec> SAME = List.of(
            Specs.vrrp().name("another").spec(),
            Specs.vrrp().priority(7).interval(Duration.ofSeconds(9)).addresses("192.0.2.7").spec(),
            Specs.vrrp().source("192.0.2.5").spec());

    private static final List<VrrpSpec> OTHERS = List.of(
            Specs.vrrp().vrid(52).spec(),
            Specs.vrrp().on("eth1").spec(),
            Specs.vrrp().anywhere().spec(),
            Specs.vrrp().delivery(new Delivery.Multicast(IpAddress.literal("224.0.0.99"))).spec(),
            Specs.vrrp().unicast("192.0.2.2").spec(),
            Specs.vrrp().unicast("192.0.2.2").source("192.0.2.5").spec());

    @Test
    void nameAndWhatCanBeChangedAtRuntimeMakeNoDifference() {
        for (VrrpSpec same : SAME) {
            assertThat(VirtualRouter.of(same)).isEqualTo(VirtualRouter.of(SPEC))
                    .hasSameHashCodeAs(VirtualRouter.of(SPEC));
            assertThat(VirtualRouter.fingerprint(same)).isEqualTo(VirtualRouter.fingerprint(SPEC));
        }
    }

    @Test
    void whatIsHeardElsewhereIsAnotherRouter() {
        Set<Long> fingerprints = new HashSet<>(Set.of(VirtualRouter.fingerprint(SPEC)));
        for (VrrpSpec other : OTHERS) {
            assertThat(VirtualRouter.of(other)).isNotEqualTo(VirtualRouter.of(SPEC));
            assertThat(fingerprints.add(VirtualRouter.fingerprint(other))).isTrue();
        }
    }

    /// The same router in the sense of a reload, but nobody who follows the one would have heard the other.
    @Test
    void versionAndPeersAreInTheFingerprintOnly() {
        VrrpSpec v3 = Specs.v3().spec();
        assertThat(VirtualRouter.of(v3)).isEqualTo(VirtualRouter.of(SPEC));
        assertThat(VirtualRouter.fingerprint(v3)).isNotEqualTo(VirtualRouter.fingerprint(SPEC));

        VrrpSpec one = Specs.vrrp().unicast("192.0.2.2").spec();
        VrrpSpec two = Specs.vrrp().unicast("192.0.2.2", "192.0.2.3").spec();
        assertThat(VirtualRouter.of(one)).isEqualTo(VirtualRouter.of(two));
        assertThat(VirtualRouter.fingerprint(one)).isNotEqualTo(VirtualRouter.fingerprint(two));
    }

    /// It is compared with what another release wrote.
    @Test
    void fingerprintsNeverChange() {
        assertThat(Long.toHexString(VirtualRouter.fingerprint(SPEC))).isEqualTo("fd367afc5f087fa5");
        assertThat(Long.toHexString(VirtualRouter.fingerprint(Specs.v6().unicast("fe80::2").source("fe80::1").spec())))
                .isEqualTo("40df38b1345a1cc2");
    }
}
