package io.holdfast.linux.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import io.holdfast.base.Prefix;
import io.holdfast.linux.Lab;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.Errno;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteLabTest {

    @Test
    void linksAreListedWithTheirAttributes() {
        Lab.withVethPair(() -> {
            try (RouteOps ops = RouteOps.open()) {
                LinkInfo link = link(ops, "ha0");
                assertThat(link.mac()).contains(new MacAddress(0x02_00_00_00_00_0aL));
                assertThat(link.mtu()).isEqualTo(1500);
                assertThat(link.kind()).isEqualTo("veth");
                assertThat(link.hardwareType()).isEqualTo(1);
                assertThat(link.parent()).isEqualTo(link(ops, "ha1").index());
                assertThat(link.isUp() && link.isRunning() && link.isMulticast()).isTrue();
                assertThat(link.isLoopback() || link.isNoArp()).isFalse();
                assertThat(link(ops, "lo").isLoopback()).isTrue();
            }
        });
    }

    @Test
    void anAddressIsAddedOnceAndRemovedOnce() {
        Lab.withVethPair(() -> {
            try (RouteOps ops = RouteOps.open()) {
                AddressInfo address = AddressInfo.of(link(ops, "ha0").index(), Prefix.literal("192.0.2.100/24"))
                        .withBroadcast(IpAddress.literal("192.0.2.255")).withLabel("ha0:vip")
                        .withScope(AddressInfo.RT_SCOPE_LINK);
                AddressBatch add = AddressBatch.adding(List.of(address));
                AddressBatch remove = AddressBatch.removing(List.of(address));
                assertThat(add.outcome(0)).isEqualTo(AddressOutcome.PENDING);
                assertThat(ops.apply(add)).isZero();
                assertThat(add.outcome(0)).isEqualTo(AddressOutcome.DONE);
                assertThat(Lab.ip("-4 -o addr show dev ha0"))
                        .contains("192.0.2.100/24 brd 192.0.2.255 scope link ha0:vip");
                assertThat(ops.apply(add)).isZero();
                assertThat(add.outcome(0)).isEqualTo(AddressOutcome.EXISTED);
                assertThat(ops.apply(remove)).isZero();
                assertThat(remove.outcome(0)).isEqualTo(AddressOutcome.DONE);
                assertThat(ops.apply(remove)).isZero();
                assertThat(remove.outcome(0)).isEqualTo(AddressOutcome.ABSENT);
                assertThat(remove.isAnyFailed()).isFalse();
            }
        });
    }

    @Test
    void whatWasAddedIsListedAsItWasGiven() {
        Lab.withVethPair(() -> {
            try (RouteOps ops = RouteOps.open()) {
                int index = link(ops, "ha0").index();
                AddressInfo v4 = AddressInfo.of(index, Prefix.literal("10.0.0.1/32"))
                        .withPeer(IpAddress.literal("10.0.0.2")).withLabel("ha0").withProtocol(18);
                AddressInfo v6 = AddressInfo.of(index, Prefix.literal("2001:db8::1/128"))
                        .withFlags(AddressInfo.IFA_F_NODAD | AddressInfo.IFA_F_NOPREFIXROUTE)
                        .withLifetime(AddressInfo.Lifetime.DEPRECATED);
                AddressBatch add = AddressBatch.adding(List.of(v4, v6));
                assertThat(ops.apply(add)).isZero();
                assertThat(add.isAnyFailed()).isFalse();
                AddressInfo listed4 = listed(ops, v4).orElseThrow();
                assertThat(listed4).isEqualTo(v4.withFlags(AddressInfo.IFA_F_PERMANENT));
                AddressInfo listed6 = listed(ops, v6).orElseThrow();
                assertThat(listed6.lifetime()).isEqualTo(AddressInfo.Lifetime.DEPRECATED);
                assertThat(listed6.flags()).isEqualTo(AddressInfo.IFA_F_NODAD | AddressInfo.IFA_F_NOPREFIXROUTE
                        | AddressInfo.IFA_F_PERMANENT | AddressInfo.IFA_F_DEPRECATED);
                assertThat(listed6.isUsable()).isTrue();
            }
        });
    }

    @Test
    void anIpv6AddressWithoutDuplicateDetectionIsUsableAtOnce() {
        Lab.withVethPair(() -> {
            try (RouteOps ops = RouteOps.open()) {
                int index = link(ops, "ha0").index();
                AddressInfo virtual = AddressInfo.of(index, Prefix.literal("2001:db8::100/64"))
                        .withFlags(AddressInfo.IFA_F_NODAD);
                AddressInfo checked = AddressInfo.of(index, Prefix.literal("2001:db8::101/64"));
                AddressBatch add = AddressBatch.adding(List.of(virtual, checked));
                assertThat(ops.apply(add)).isZero();
                assertThat(add.isAnyFailed()).isFalse();
                AddressInfo there = listed(ops, virtual).orElseThrow();
                assertThat(there.isUsable()).isTrue();
                assertThat(there.flags()).isEqualTo(AddressInfo.IFA_F_NODAD | AddressInfo.IFA_F_PERMANENT);
                assertThat(there.lifetime()).isEqualTo(AddressInfo.Lifetime.FOREVER);
                AddressInfo waiting = listed(ops, checked).orElseThrow();
                assertThat(waiting.isUsable()).isFalse();
                assertThat(waiting.flags()).isEqualTo(AddressInfo.IFA_F_TENTATIVE | AddressInfo.IFA_F_PERMANENT);
            }
        });
    }

    @Test
    void aDeprecatedIpv6AddressIsNotChosenAsASource() {
        Lab.withVethPair(() -> {
            Lab.ip("addr add 2001:db8::1/64 dev ha0 nodad");
            try (RouteOps ops = RouteOps.open()) {
                int index = link(ops, "ha0").index();
                // Closer to the destination than ::1, so that it would be preferred by RFC 6724 section 5, rule 8.
                AddressInfo virtual = AddressInfo.of(index, Prefix.literal("2001:db8::100/128"))
                        .withFlags(AddressInfo.IFA_F_NODAD).withLifetime(AddressInfo.Lifetime.DEPRECATED);
                AddressBatch add = AddressBatch.adding(List.of(virtual));
                AddressBatch remove = AddressBatch.removing(List.of(virtual));
                assertThat(ops.apply(add)).isZero();
                assertThat(Lab.ip("-6 addr show dev ha0"))
                        .contains("2001:db8::100/128 scope global nodad deprecated")
                        .contains("valid_lft forever preferred_lft 0sec");
                assertThat(Lab.ip("route get 2001:db8::101")).contains("src 2001:db8::1 ");
                assertThat(ops.apply(add)).isZero();
                assertThat(add.outcome(0)).isEqualTo(AddressOutcome.EXISTED);
                assertThat(ops.apply(remove)).isZero();
                assertThat(remove.outcome(0)).isEqualTo(AddressOutcome.DONE);
                assertThat(ops.apply(remove)).isZero();
                assertThat(remove.outcome(0)).isEqualTo(AddressOutcome.ABSENT);
            }
        });
    }

    @Test
    void aPreferredLifetimeOfItsOwnRunsDown() {
        Lab.withVethPair(() -> {
            try (RouteOps ops = RouteOps.open()) {
                AddressInfo address = AddressInfo.of(link(ops, "ha0").index(), Prefix.literal("2001:db8::100/64"))
                        .withFlags(AddressInfo.IFA_F_NODAD)
                        .withLifetime(new AddressInfo.Lifetime(AddressInfo.Lifetime.INFINITY, 3600));
                AddressBatch add = AddressBatch.adding(List.of(address));
                assertThat(ops.apply(add)).isZero();
                AddressInfo.Lifetime lifetime = listed(ops, address).orElseThrow().lifetime();
                assertThat(lifetime.valid()).isEqualTo(AddressInfo.Lifetime.INFINITY);
                assertThat(lifetime.preferred()).isBetween(3570, 3600);
            }
        });
    }

    @Test
    void aRefusalCarriesErrnoAndTheKernelsText() {
        Lab.withVethPair(() -> {
            try (RouteOps ops = RouteOps.open()) {
                AddressInfo good = AddressInfo.of(link(ops, "ha0").index(), Prefix.literal("192.0.2.1/24"));
                AddressInfo bad = AddressInfo.of(9999, Prefix.literal("192.0.2.2/24"));
                AddressBatch add = AddressBatch.adding(List.of(good, bad, good));
                assertThat(ops.apply(add)).isZero();
                assertThat(List.of(add.outcome(0), add.outcome(1), add.outcome(2))).containsExactly(
                        AddressOutcome.DONE, AddressOutcome.FAILED, AddressOutcome.EXISTED);
                assertThat(add.errno(1)).isEqualTo(Errno.ENODEV);
                assertThat(add.text(1)).contains("Device not found");
                assertThat(add.isAnyFailed()).isTrue();
            }
        });
    }

    @Test
    void aThousandAddressesGoThroughWithEveryAnswer() {
        Lab.withVethPair(() -> {
            try (RouteOps ops = RouteOps.open()) {
                int index = link(ops, "ha0").index();
                List<AddressInfo> many = new ArrayList<>();
                for (int i = 0; i < 1000; i++) {
                    many.add(AddressInfo.of(index, Prefix.host(IpAddress.v4(0x0a010000 + i))));
                }
                AddressBatch add = AddressBatch.adding(many);
                AddressBatch remove = AddressBatch.removing(many);
                assertThat(ops.apply(add)).isZero();
                assertThat(outcomes(add)).containsOnly(AddressOutcome.DONE);
                assertThat(ops.addresses().entries()).hasSizeGreaterThanOrEqualTo(1000);
                assertThat(ops.apply(add)).isZero();
                assertThat(outcomes(add)).containsOnly(AddressOutcome.EXISTED);
                assertThat(ops.apply(remove)).isZero();
                assertThat(outcomes(remove)).containsOnly(AddressOutcome.DONE);
            }
        });
    }

    @Test
    void aDryRunFailsQuietlyWithEbadf() {
        AddressInfo address = AddressInfo.of(1, Prefix.literal("192.0.2.1/24"));
        try (RouteOps ops = RouteOps.over(Descriptor.invalid())) {
            AddressBatch add = AddressBatch.adding(List.of(address));
            assertThat(ops.apply(add)).isEqualTo(Errno.EBADF);
            assertThat(add.outcome(0)).isEqualTo(AddressOutcome.FAILED);
            assertThat(add.errno(0)).isEqualTo(Errno.EBADF);
        }
    }

    @Test
    void theMonitorTellsWhatOthersChange() {
        Lab.withVethPair(() -> {
            try (RouteMonitor monitor = RouteMonitor.open(); Epoll epoll = Epoll.open(1)) {
                epoll.add(monitor.fd(), Epoll.EPOLLIN, 1);
                Lab.ip("addr add 192.0.2.7/24 dev ha0");
                Lab.ip("addr del 192.0.2.7/24 dev ha0");
                Lab.ip("link set ha1 down");
                Lab.ip("link del ha0");
                List<RouteEvent> events = new ArrayList<>();
                while (events.stream().filter(RouteEvent.LinkRemoved.class::isInstance).count() < 2) {
                    assertThat(epoll.await(5000)).isEqualTo(1);
                    for (Optional<RouteEvent> e = monitor.poll(); e.isPresent(); e = monitor.poll()) {
                        events.add(e.get());
                    }
                }
                assertThat(events).anySatisfy(e -> assertThat(e).isInstanceOfSatisfying(
                        RouteEvent.AddressAdded.class,
                        a -> assertThat(a.address().prefix()).isEqualTo(Prefix.literal("192.0.2.7/24"))));
                assertThat(events).anySatisfy(e -> assertThat(e).isInstanceOfSatisfying(
                        RouteEvent.AddressRemoved.class,
                        a -> assertThat(a.address().prefix()).isEqualTo(Prefix.literal("192.0.2.7/24"))));
                assertThat(events).anySatisfy(e -> assertThat(e).isInstanceOfSatisfying(
                        RouteEvent.LinkChanged.class, c -> assertThat(c.link().isUp()).isFalse()));
            }
        });
    }

    @Test
    void tooManyEventsAreAnOverrun() {
        Lab.withVethPair(() -> {
            try (RouteMonitor monitor = RouteMonitor.open(); RouteOps ops = RouteOps.open()) {
                assertThat(monitor.receiveBuffer(4096, false)).isZero();
                int index = link(ops, "ha0").index();
                List<AddressInfo> many = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    many.add(AddressInfo.of(index, Prefix.host(IpAddress.v4(0x0a010000 + i))));
                }
                AddressBatch add = AddressBatch.adding(many);
                assertThat(ops.apply(add)).isZero();
                List<RouteEvent> events = new ArrayList<>();
                for (Optional<RouteEvent> e = monitor.poll(); e.isPresent(); e = monitor.poll()) {
                    events.add(e.get());
                }
                assertThat(events).contains(new RouteEvent.Overrun());
            }
        });
    }

    /// What waited in the queue is older than what was lost: told after a dump, it would contradict it for ever.
    @Test
    void nothingOlderThanAnOverrunIsToldAfterIt() {
        Lab.withVethPair(() -> {
            try (RouteMonitor monitor = RouteMonitor.open(); RouteOps ops = RouteOps.open()) {
                int index = link(ops, "ha0").index();
                monitor.receiveBuffer(4096, false);
                ops.setUp(index, false);
                List<AddressInfo> many = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    many.add(AddressInfo.of(index, Prefix.host(IpAddress.v4(0x0a010000 + i))));
                }
                assertThat(ops.apply(AddressBatch.adding(many))).isZero();
                ops.setUp(index, true);

                assertThat(monitor.poll()).contains(new RouteEvent.Overrun());
                assertThat(link(ops, "ha0").isUp()).isTrue();
                Lab.ip("addr add 192.0.2.7/24 dev ha0");
                // The carrier's coming back is reported when the kernel gets to it.
                List<Prefix> told = new ArrayList<>();
                for (Optional<RouteEvent> e = monitor.poll(); e.isPresent(); e = monitor.poll()) {
                    if (e.get() instanceof RouteEvent.AddressAdded(AddressInfo address)) {
                        told.add(address.prefix());
                    }
                }
                assertThat(told).containsExactly(Prefix.literal("192.0.2.7/24"));
            }
        });
    }

    @Test
    void aLinkIsSwitchedOffAndOn() {
        Lab.withVethPair(() -> {
            try (RouteOps ops = RouteOps.open()) {
                int index = link(ops, "ha0").index();
                ops.setUp(index, false);
                assertThat(link(ops, "ha0").isUp()).isFalse();
                ops.setUp(index, true);
                assertThat(link(ops, "ha0").isUp()).isTrue();
            }
        });
    }

    @Test
    void bridgePortsAreNotMistakenForLinks() {
        Lab.withVethPair(() -> {
            try (RouteMonitor monitor = RouteMonitor.open(); RouteOps ops = RouteOps.open()) {
                Lab.ip("link add habr type bridge");
                Lab.ip("link set ha1 master habr");
                assertThat(link(ops, "ha1").master()).isEqualTo(link(ops, "habr").index());
                Lab.ip("link set ha1 nomaster");
                List<RouteEvent> events = new ArrayList<>();
                for (Optional<RouteEvent> e = monitor.poll(); e.isPresent(); e = monitor.poll()) {
                    events.add(e.get());
                }
                assertThat(events).isNotEmpty().noneMatch(RouteEvent.LinkRemoved.class::isInstance);
            }
        });
    }

    private static LinkInfo link(RouteOps ops, String name) {
        return ops.links().entries().stream().filter(l -> l.name().equals(name)).findAny().orElseThrow();
    }

    private static Optional<AddressInfo> listed(RouteOps ops, AddressInfo wanted) {
        return ops.addresses().entries().stream().filter(wanted::isSameAddress).findAny();
    }

    private static List<AddressOutcome> outcomes(AddressBatch batch) {
        List<AddressOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            outcomes.add(batch.outcome(i));
        }
        return outcomes;
    }
}
