package io.holdfast.vrrp;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Instance configurations for tests: the usual one, and what a test wants different.
public final class Specs {
    private String name = "VI_1";
    private Optional<String> interfaceName = Optional.of("eth0");
    private int vrid = 51;
    private VrrpVersion version = VrrpVersion.V2;
    private int priority = 100;
    private boolean wantsMaster;
    private Duration interval = Duration.ofSeconds(1);
    private int downTimerAdverts = 3;
    private boolean preempt = true;
    private Duration preemptDelay = Duration.ZERO;
    private Authentication authentication = Authentication.NONE;
    private Family family = Family.IPV4;
    private Optional<Delivery> delivery = Optional.empty();
    private SourceSpec source = SourceSpec.OF_INTERFACE;
    private List<VirtualAddress> addresses = vips("192.0.2.100", "192.0.2.101");
    private List<VirtualAddress> excluded = List.of();
    private GarpSpec garp = GarpSpec.DEFAULT;
    private VrrpOptions options = VrrpOptions.DEFAULT;

    private Specs() {}

    /// VRID 51 on eth0, VRRPv2, priority 100, one second, two addresses.
    public static Specs vrrp() {
        return new Specs();
    }

    public static Specs v3() {
        return new Specs().version(VrrpVersion.V3);
    }

    /// VRRPv3 over IPv6, with the addresses of the test vectors.
    public static Specs v6() {
        Specs specs = v3().addresses("fe80::100", "2001:db8::100");
        specs.family = Family.IPV6;
        return specs;
    }

    public static List<VirtualAddress> vips(String... prefixes) {
        List<VirtualAddress> list = new ArrayList<>();
        for (String prefix : prefixes) {
            list.add(VirtualAddress.plain(Prefix.literal(prefix), "eth0"));
        }
        return list;
    }

    public Specs name(String value) {
        name = value;
        return this;
    }

    public Specs on(String value) {
        interfaceName = Optional.of(value);
        return this;
    }

    public Specs vrid(int value) {
        vrid = value;
        return this;
    }

    public Specs version(VrrpVersion value) {
        version = value;
        return this;
    }

    public Specs priority(int value) {
        priority = value;
        return this;
    }

    public Specs owner() {
        priority = 255;
        wantsMaster = true;
        return this;
    }

    public Specs wantsMaster(boolean value) {
        wantsMaster = value;
        return this;
    }

    public Specs interval(Duration value) {
        interval = value;
        return this;
    }

    public Specs downTimerAdverts(int value) {
        downTimerAdverts = value;
        return this;
    }

    public Specs nopreempt() {
        preempt = false;
        return this;
    }

    public Specs preemptDelay(Duration value) {
        preemptDelay = value;
        return this;
    }

    public Specs password(String value) {
        authentication = new Authentication.Password(value);
        return this;
    }

    public Specs authentication(Authentication value) {
        authentication = value;
        return this;
    }

    public Specs delivery(Delivery value) {
        delivery = Optional.of(value);
        return this;
    }

    public Specs unicast(String... peers) {
        IpAddress[] addresses = new IpAddress[peers.length];
        for (int i = 0; i < peers.length; i++) {
            addresses[i] = IpAddress.literal(peers[i]);
        }
        return delivery(Delivery.Unicast.to(addresses));
    }

    public Specs source(String address) {
        source = SourceSpec.of(IpAddress.literal(address));
        return this;
    }

    public Specs trackedSource(String address) {
        source = new SourceSpec(Optional.of(IpAddress.literal(address)), true);
        return this;
    }

    public Specs anywhere() {
        interfaceName = Optional.empty();
        return this;
    }

    public Specs addresses(String... prefixes) {
        addresses = vips(prefixes);
        return this;
    }

    public Specs addresses(List<VirtualAddress> value) {
        addresses = value;
        return this;
    }

    public Specs excluded(String... prefixes) {
        excluded = vips(prefixes);
        return this;
    }

    public Specs garp(GarpSpec value) {
        garp = value;
        return this;
    }

    public Specs options(VrrpOptions value) {
        options = value;
        return this;
    }

    public VrrpSpec spec() {
        return new VrrpSpec(name, interfaceName, family, vrid, version, priority, wantsMaster, interval,
                downTimerAdverts, preempt, preemptDelay, authentication,
                delivery.orElse(Delivery.toGroup(family)), source, addresses, excluded, garp, options,
                OptionalInt.empty());
    }
}
