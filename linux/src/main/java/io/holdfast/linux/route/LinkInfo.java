package io.holdfast.linux.route;

import io.holdfast.base.MacAddress;
import java.util.Optional;

/// A network interface as the kernel describes it.
///
/// @param index        its number in its namespace
/// @param name         as in `ip link`
/// @param mac          its Ethernet address, if it has one
/// @param mtu          in bytes
/// @param flags        IFF_...
/// @param hardwareType ARPHRD_...: 1 for Ethernet
/// @param parent       the index of the link it is stacked on or paired with, or 0
/// @param master       the index of the bridge, bond or VRF device it belongs to, or 0
/// @param kind         `veth`, `macvlan`, `vrf`, ...; empty for hardware
public record LinkInfo(
        int index,
        String name,
        Optional<MacAddress> mac,
        int mtu,
        int flags,
        int hardwareType,
        int parent,
        int master,
        String kind) {

    // linux/if.h
    public static final int IFF_UP = 0x1;
    public static final int IFF_BROADCAST = 0x2;
    public static final int IFF_LOOPBACK = 0x8;
    public static final int IFF_POINTOPOINT = 0x10;
    public static final int IFF_RUNNING = 0x40;
    public static final int IFF_NOARP = 0x80;
    public static final int IFF_MULTICAST = 0x1000;

    /// Switched on by the operator.
    public boolean isUp() {
        return has(IFF_UP);
    }

    /// Has a carrier too.
    public boolean isRunning() {
        return has(IFF_RUNNING);
    }

    public boolean isNoArp() {
        return has(IFF_NOARP);
    }

    public boolean isLoopback() {
        return has(IFF_LOOPBACK);
    }

    public boolean isMulticast() {
        return has(IFF_MULTICAST);
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
