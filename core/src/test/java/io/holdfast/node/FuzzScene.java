package io.holdfast.node;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import io.holdfast.vrrp.Authentication;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.OldChecksum;
import io.holdfast.vrrp.OutgoingAdvert;
import io.holdfast.vrrp.Peer;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VrrpOptions;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpVersion;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/// A kind of instance, and how packets for it come.
///
/// @param ours  the instance
/// @param local the group or own address its socket is bound to
record FuzzScene(VrrpSpec ours, IpAddress local) {
    private static final IpAddress OWN4 = IpAddress.literal("192.0.2.1");
    private static final IpAddress OWN6 = IpAddress.literal("fe80::1");
    static final List<NodeEvent.AddressAdded> KERNEL = List.of(
            new NodeEvent.AddressAdded(2, NodeDriver.OWN),
            new NodeEvent.AddressAdded(2, Prefix.literal("fe80::1/64")));

    /// A stronger one, a weaker one, one that is no peer, and ourselves.
    private static final List<IpAddress> SENDERS4 = List.of(IpAddress.literal("192.0.2.2"),
            IpAddress.literal("192.0.1.9"), IpAddress.literal("198.51.100.7"), OWN4);
    private static final List<IpAddress> SENDERS6 = List.of(IpAddress.literal("fe80::2"),
            IpAddress.literal("fe80::"), IpAddress.literal("2001:db8::7"), OWN6);

    private static final VrrpOptions IGNORING = new VrrpOptions(false, false, false, true, false, false);
    private static final VrrpOptions TRUSTING = new VrrpOptions(true, false, true, false, false, true);
    private static final VrrpOptions SILENT = new VrrpOptions(false, true, false, false, false, false,
            OptionalInt.of(200));

    static final List<FuzzScene> ALL = List.of(
            of(Specs.vrrp()),
            of(Specs.vrrp().password("secret").priority(150)),
            of(Specs.vrrp().owner()),
            of(Specs.vrrp().owner().options(IGNORING)),
            of(Specs.v3()),
            of(Specs.v3().options(TRUSTING).nopreempt()),
            of(Specs.v3().options(SILENT).interval(Duration.ofMillis(10))),
            of(Specs.v3().owner()),
            of(Specs.v3().preemptDelay(Duration.ofSeconds(2)).priority(200)),
            unicast(Specs.v3(), OWN4, SENDERS4, false, OldChecksum.Mode.WHEN_HEARD),
            unicast(Specs.v3(), OWN4, SENDERS4, true, OldChecksum.Mode.ALWAYS),
            unicast(Specs.v3(), OWN4, SENDERS4, true, OldChecksum.Mode.NEVER),
            unicast(Specs.vrrp(), OWN4, SENDERS4, true, OldChecksum.Mode.WHEN_HEARD),
            of(Specs.v6()),
            of(Specs.v6().version(VrrpVersion.V2)),
            of(Specs.v6().owner()),
            unicast(Specs.v6(), OWN6, SENDERS6, false, OldChecksum.Mode.WHEN_HEARD),
            unicast(Specs.v6().options(TRUSTING), OWN6, SENDERS6, true, OldChecksum.Mode.WHEN_HEARD));

    private static FuzzScene of(Specs specs) {
        VrrpSpec spec = specs.spec();
        return new FuzzScene(spec, Delivery.toGroup(spec.family()).group());
    }

    /// The first two senders are peers, the second one nearby.
    private static FuzzScene unicast(Specs specs, IpAddress local, List<IpAddress> senders, boolean checkSource,
            OldChecksum.Mode mode) {
        List<Peer> peers = List.of(Peer.anywhere(senders.get(0)), new Peer(senders.get(1), 250, 255));
        return new FuzzScene(specs.delivery(new Delivery.Unicast(peers, OptionalInt.empty(), checkSource,
                new OldChecksum(mode, Delivery.GROUP_V4.group()))).spec(), local);
    }

    List<IpAddress> senders() {
        return ours.family() == Family.IPV4 ? SENDERS4 : SENDERS6;
    }

    /// What a router with our configuration would send, or one that differs as routers do.
    ///
    /// @param kind which: 0 the same, 1 another version, 2 another interval, 3 another address, 4 no pseudo header,
    ///             5 the checksum of old keepalived versions
    byte[] advert(int kind, IpAddress sender, int priority) {
        VrrpSpec theirs = theirs(kind);
        OutgoingAdvert advert = kind == 5
                ? OutgoingAdvert.withOldChecksum(theirs, sender, local, Delivery.GROUP_V4.group())
                : new OutgoingAdvert(theirs, sender, local);
        ByteBuffer packet = advert.next(priority);
        byte[] bytes = new byte[packet.remaining()];
        packet.get(bytes);
        return bytes;
    }

    private VrrpSpec theirs(int kind) {
        boolean v4 = ours.family() == Family.IPV4;
        boolean v2 = (ours.version() == VrrpVersion.V2) ^ (kind == 1);
        Specs specs = (v4 ? Specs.vrrp() : Specs.v6()).version(v2 ? VrrpVersion.V2 : VrrpVersion.V3)
                .interval(kind == 2 ? Duration.ofSeconds(3) : v2 ? Duration.ofSeconds(1) : ours.advertInterval());
        if (ours.authentication() instanceof Authentication.Password) {
            specs.password("secret");
        }
        if (kind == 3) {
            specs.addresses(v4 ? List.of(ours.addresses().getFirst()) : Specs.vips("fe80::100", "2001:db8::101"));
        }
        if (kind == 4) {
            specs.options(TRUSTING);
        }
        return specs.spec();
    }
}
