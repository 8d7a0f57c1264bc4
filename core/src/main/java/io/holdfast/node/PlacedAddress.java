package io.holdfast.node;

import io.holdfast.base.MacAddress;
import io.holdfast.vrrp.VirtualAddress;
import java.util.Optional;

/// A virtual address together with the interface it goes to.
///
/// @param address   as configured
/// @param linkIndex the kernel's number of the interface
/// @param announcer the hardware address announcements carry; empty where the interface has no ARP
public record PlacedAddress(VirtualAddress address, int linkIndex, Optional<MacAddress> announcer) {}
