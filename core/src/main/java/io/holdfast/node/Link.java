package io.holdfast.node;

import io.holdfast.base.MacAddress;
import java.util.Optional;

/// A network interface as the kernel last described it.
///
/// @param index     the kernel's number for it, never 0
/// @param name      at most 15 characters
/// @param mac       the hardware address, where there is one of six octets
/// @param mtu       in bytes
/// @param up        both IFF_UP and IFF_RUNNING
/// @param multicast IFF_MULTICAST
/// @param arp       not IFF_NOARP
/// @param loopback  IFF_LOOPBACK
public record Link(int index, String name, Optional<MacAddress> mac, int mtu, boolean up, boolean multicast,
        boolean arp, boolean loopback) {}
