package io.holdfast.vrrp;

import io.holdfast.base.Prefix;
import java.util.Optional;

/// `use_ipvlan`: the instance runs on an ipvlan of its own (`vrrp.md` 7).
///
/// @param name    of the interface; generated if there is none
/// @param address source of the advertisements, needed for IPv4
/// @param mode    how it reaches its neighbours
/// @param group   link group, a name or number
public record IpvlanSpec(Optional<String> name, Optional<Prefix> address, Mode mode, Optional<String> group) {
    /// As in linux/if_link.h.
    public enum Mode { BRIDGE, PRIVATE, VEPA }
}
