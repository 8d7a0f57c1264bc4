package io.holdfast.vrrp;

import io.holdfast.base.MacAddress;
import java.util.Optional;

/// `use_vmac`: the instance runs on a macvlan of its own (`vrrp.md` 7).
///
/// @param name     of the macvlan; generated if there is none
/// @param address  its MAC address; that of the virtual router if there is none
/// @param reported `netlink_notify_msg`: the kernel announces when it comes up
/// @param group    link group, a name or number
public record VmacSpec(Optional<String> name, Optional<MacAddress> address, boolean reported,
        Optional<String> group) {}
