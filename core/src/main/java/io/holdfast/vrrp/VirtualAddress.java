package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import java.util.Optional;

/// An address the master holds: one line of `virtual_ipaddress` or `virtual_ipaddress_excluded`.
///
/// @param prefix        the address; without a configured length a host prefix
/// @param interfaceName where it is put; the instance's interface unless `dev` was given
/// @param scope         rtnetlink scope number, 0 is global; IPv4 only
/// @param label         IPv4 interface label, at most 15 characters
/// @param broadcast     the broadcast address, already computed where `brd +` or `brd -` was given
/// @param peer          the other end of a point-to-point address
/// @param flags         IFA_F_* flags asked for (`home`, `-nodad`, `mngtmpaddr`, `noprefixroute`, `autojoin`)
/// @param preferredSeconds how long the kernel may choose the address as a source: 0 never, [#FOREVER] always
/// @param tracked       false with `no_track`: losing the address changes nothing
public record VirtualAddress(Prefix prefix, String interfaceName, int scope, Optional<String> label,
        Optional<IpAddress> broadcast, Optional<IpAddress> peer, int flags, long preferredSeconds, boolean tracked) {

    /// INFINITY_LIFE_TIME of linux/if_addr.h.
    public static final long FOREVER = 0xffff_ffffL;

    /// An address with the preferred lifetime it has unless one is given.
    public VirtualAddress(Prefix prefix, String interfaceName, int scope, Optional<String> label,
            Optional<IpAddress> broadcast, Optional<IpAddress> peer, int flags, boolean tracked) {
        this(prefix, interfaceName, scope, label, broadcast, peer, flags, usualPreference(prefix), tracked);
    }

    /// An address with nothing but its prefix and interface.
    public static VirtualAddress plain(Prefix prefix, String interfaceName) {
        return new VirtualAddress(prefix, interfaceName, 0, Optional.empty(), Optional.empty(), Optional.empty(), 0,
                true);
    }

    /// An IPv6 address without a subnet is not to become the source of the host's own connections (`vrrp.md` 4.6).
    public static long usualPreference(Prefix prefix) {
        return !prefix.address().isV4() && prefix.isHost() ? 0 : FOREVER;
    }

    /// Whether the kernel would see no difference. What it does not know about does not count.
    public boolean isSameInKernel(VirtualAddress other) {
        return prefix.equals(other.prefix) && interfaceName.equals(other.interfaceName) && scope == other.scope
                && label.equals(other.label) && broadcast.equals(other.broadcast) && peer.equals(other.peer)
                && flags == other.flags && preferredSeconds == other.preferredSeconds;
    }

    public IpAddress address() {
        return prefix.address();
    }
}
