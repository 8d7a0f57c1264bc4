package io.holdfast.sim;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import io.holdfast.node.NodeSpec;
import io.holdfast.vrrp.Authentication;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.GarpSpec;
import io.holdfast.vrrp.OldChecksum;
import io.holdfast.vrrp.Peer;
import io.holdfast.vrrp.Priority;
import io.holdfast.vrrp.SourceSpec;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpOptions;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// A `vrrp_instance` in short, for tests: what is not said is as keepalived has it when it is not configured.
public final class Instance {
    private final int vrid;
    private String name;
    private String link = "eth0";
    private VrrpVersion version = VrrpVersion.V2;
    private int priority = Priority.DEFAULT;
    private Duration interval = Duration.ofSeconds(1);
    private int downTimerAdverts = 3;
    private boolean preempt = true;
    private Duration preemptDelay = Duration.ZERO;
    private Authentication authentication = Authentication.NONE;
    private Family family = Family.IPV4;
    private Optional<Delivery> delivery = Optional.empty();
    private SourceSpec source = SourceSpec.OF_INTERFACE;
    private OptionalInt ttl = OptionalInt.empty();
    private final List<String> addresses = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();
    private GarpSpec garp = GarpSpec.DEFAULT;
    private VrrpOptions options = VrrpOptions.DEFAULT;

    private Instance(int vrid) {
        this.vrid = vrid;
        this.name = "VI_" + vrid;
    }

    public static Instance vrid(int vrid) {
        return new Instance(vrid);
    }

    public Instance named(String text) {
        name = text;
        return this;
    }

    public Instance on(String interfaceName) {
        link = interfaceName;
        return this;
    }

    public Instance v3() {
        version = VrrpVersion.V3;
        return this;
    }

    /// Over IPv6, which is always version 3 here.
    public Instance v6() {
        family = Family.IPV6;
        return v3();
    }

    /// Advertises to these and nobody else.
    public Instance peers(String... addresses) {
        return peers(false, Stream.of(addresses).map(text -> Peer.anywhere(IpAddress.literal(text))).toList());
    }

    /// As [#peers], and with `check_unicast_src` refuses everybody else.
    public Instance onlyPeers(String... addresses) {
        return peers(true, Stream.of(addresses).map(text -> Peer.anywhere(IpAddress.literal(text))).toList());
    }

    /// Listens to one peer, as long as it is no farther away than the lowest TTL allows.
    public Instance peerWithin(String address, int minTtl) {
        return peers(true, List.of(new Peer(IpAddress.literal(address), minTtl, Peer.HIGHEST_TTL)));
    }

    private Instance peers(boolean checkSource, List<Peer> peers) {
        delivery = Optional.of(new Delivery.Unicast(peers, ttl, checkSource, OldChecksum.DEFAULT));
        return this;
    }

    /// `unicast_src_ip` or `mcast_src_ip`, with `track_src_ip`.
    public Instance from(String address) {
        source = new SourceSpec(Optional.of(IpAddress.literal(address)), true);
        return this;
    }

    /// `unicast_ttl`; to be said before the peers.
    public Instance ttl(int value) {
        ttl = OptionalInt.of(value);
        return this;
    }

    /// 255 is an owner, which wants to be master from the start.
    public Instance priority(int value) {
        priority = value;
        return this;
    }

    public Instance every(Duration advertInterval) {
        interval = advertInterval;
        return this;
    }

    public Instance downTimerAdverts(int count) {
        downTimerAdverts = count;
        return this;
    }

    public Instance nopreempt() {
        preempt = false;
        return this;
    }

    public Instance preemptDelay(Duration delay) {
        preemptDelay = delay;
        return this;
    }

    /// Priority and preemption are those of another.
    Instance electedLike(Instance other) {
        priority = other.priority;
        preempt = other.preempt;
        preemptDelay = other.preemptDelay;
        return this;
    }

    int vrid() {
        return vrid;
    }

    public Instance password(String text) {
        authentication = new Authentication.Password(text);
        return this;
    }

    public Instance address(String prefix) {
        addresses.add(prefix);
        return this;
    }

    public Instance excludedAddress(String prefix) {
        excluded.add(prefix);
        return this;
    }

    public Instance garp(GarpSpec spec) {
        garp = spec;
        return this;
    }

    public Instance options(VrrpOptions switches) {
        options = switches;
        return this;
    }

    VrrpSpec spec() {
        var spec = new VrrpSpec(name, link, family, vrid, version, priority, priority == Priority.OWNER, interval,
                downTimerAdverts, preempt, preemptDelay, authentication, placed(addresses), placed(excluded), garp,
                options);
        return spec.sending(delivery.orElse(spec.delivery()), source);
    }

    private List<VirtualAddress> placed(List<String> prefixes) {
        return prefixes.stream().map(text -> VirtualAddress.plain(Prefix.literal(text), link)).toList();
    }

    static NodeSpec node(List<Instance> instances) {
        return NodeSpec.of(instances.stream().map(Instance::spec).toList());
    }
}
