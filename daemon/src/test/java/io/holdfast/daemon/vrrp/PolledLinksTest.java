package io.holdfast.daemon.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.daemon.watch.Report;
import io.holdfast.linux.route.LinkInfo;
import io.holdfast.track.PolledLink;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolledLinksTest {
    private static final int RUNNING = LinkInfo.IFF_UP | LinkInfo.IFF_RUNNING;

    private final PolledLinks polled = new PolledLinks();

    private static LinkInfo link(String name, int flags, String kind) {
        return new LinkInfo(3, name, Optional.empty(), 1500, flags, 1, 0, 0, kind);
    }

    private static List<PolledLink> links(String name) {
        return List.of(new PolledLink(name, Optional.empty()));
    }

    @Test
    void whatTheKernelSaysOfTheCarrierDoesNotCountOnceTheLinkAnswered() {
        polled.change(links("eth0"));
        assertThat(polled.isUp(link("eth0", RUNNING, ""))).isTrue();
        assertThat(polled.answered(new Report.LinkPolled("eth0", false))).isPresent();
        assertThat(polled.isUp(link("eth0", RUNNING, ""))).isFalse();
        polled.answered(new Report.LinkPolled("eth0", true));
        assertThat(polled.isUp(link("eth0", LinkInfo.IFF_UP, ""))).isTrue();
        assertThat(polled.isUp(link("eth0", 0, ""))).isFalse();
        assertThat(polled.isUp(link("eth1", LinkInfo.IFF_UP, ""))).isFalse();
    }

    @Test
    void whatIsStackedOnAnotherIsNotAsked() {
        polled.change(links("vrrp.51"));
        polled.answered(new Report.LinkPolled("vrrp.51", false));
        assertThat(polled.isUp(link("vrrp.51", RUNNING, "macvlan"))).isTrue();
        assertThat(polled.answered(new Report.LinkPolled("vrrp.51", false))).isEmpty();
    }

    @Test
    void whatIsNotAskedAnyMoreIsAsTheKernelSays() {
        polled.change(links("eth0"));
        polled.answered(new Report.LinkPolled("eth0", false));
        assertThat(polled.isUp(link("eth0", RUNNING, ""))).isFalse();
        assertThat(polled.change(List.of())).extracting(LinkInfo::name).containsExactly("eth0");
        assertThat(polled.isUp(link("eth0", RUNNING, ""))).isTrue();
        assertThat(polled.answered(new Report.LinkPolled("eth0", false))).isEmpty();
    }

    @Test
    void anInterfaceThatIsGoneIsNotTalkedOf() {
        polled.change(links("eth0"));
        polled.isUp(link("eth0", RUNNING, ""));
        polled.forget(link("eth0", RUNNING, ""));
        assertThat(polled.answered(new Report.LinkPolled("eth0", true))).isEmpty();
    }
}
