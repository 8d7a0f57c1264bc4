package io.holdfast.linux.route;

import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import java.util.Optional;

/// An address on an interface: one that is there, or one that is to be.
///
/// @param ifindex   the interface
/// @param prefix    the address and the length of its subnet's prefix (that of the peer, if there is one)
/// @param peer      the other end of a point-to-point link
/// @param broadcast IPv4 only
/// @param label     IPv4 only, at most 15 bytes; the kernel puts the interface's name where none is given
/// @param scope     RT_SCOPE_...
/// @param flags     IFA_F_...
/// @param lifetime  how long it lives
/// @param protocol  who added it, IFAPROT_...; 0 if nobody says, and always on kernels before 5.18
public record AddressInfo(
        int ifindex,
        Prefix prefix,
        Optional<IpAddress> peer,
        Optional<IpAddress> broadcast,
        Optional<String> label,
        int scope,
        int flags,
        Lifetime lifetime,
        int protocol) {

    // linux/rtnetlink.h
    public static final int RT_SCOPE_UNIVERSE = 0;
    public static final int RT_SCOPE_SITE = 200;
    public static final int RT_SCOPE_LINK = 253;
    public static final int RT_SCOPE_HOST = 254;
    // linux/if_addr.h
    public static final int IFA_F_SECONDARY = 0x01;
    public static final int IFA_F_NODAD = 0x02;
    public static final int IFA_F_DADFAILED = 0x08;
    public static final int IFA_F_HOMEADDRESS = 0x10;
    public static final int IFA_F_DEPRECATED = 0x20;
    public static final int IFA_F_TENTATIVE = 0x40;
    public static final int IFA_F_PERMANENT = 0x80;
    public static final int IFA_F_MANAGETEMPADDR = 0x100;
    public static final int IFA_F_NOPREFIXROUTE = 0x200;
    public static final int IFA_F_MCAUTOJOIN = 0x400;

    /// Seconds, unsigned, as the kernel counts them.
    public record Lifetime(int valid, int preferred) {
        /// 0xffffffff seconds.
        public static final int INFINITY = -1;
        public static final Lifetime FOREVER = new Lifetime(INFINITY, INFINITY);
        /// Valid for ever but not chosen as a source: IFA_F_DEPRECATED.
        public static final Lifetime DEPRECATED = new Lifetime(INFINITY, 0);

        public boolean isForever() {
            return valid == INFINITY && preferred == INFINITY;
        }
    }

    /// A plain, global, permanent address.
    public static AddressInfo of(int ifindex, Prefix prefix) {
        return new AddressInfo(ifindex, prefix, Optional.empty(), Optional.empty(), Optional.empty(),
                RT_SCOPE_UNIVERSE, 0, Lifetime.FOREVER, 0);
    }

    public AddressInfo withPeer(IpAddress address) {
        return new AddressInfo(
                ifindex, prefix, Optional.of(address), broadcast, label, scope, flags, lifetime, protocol);
    }

    public AddressInfo withBroadcast(IpAddress address) {
        return new AddressInfo(ifindex, prefix, peer, Optional.of(address), label, scope, flags, lifetime, protocol);
    }

    public AddressInfo withLabel(String text) {
        return new AddressInfo(
                ifindex, prefix, peer, broadcast, Optional.of(text), scope, flags, lifetime, protocol);
    }

    public AddressInfo withScope(int value) {
        return new AddressInfo(ifindex, prefix, peer, broadcast, label, value, flags, lifetime, protocol);
    }

    public AddressInfo withFlags(int value) {
        return new AddressInfo(ifindex, prefix, peer, broadcast, label, scope, value, lifetime, protocol);
    }

    public AddressInfo withLifetime(Lifetime value) {
        return new AddressInfo(ifindex, prefix, peer, broadcast, label, scope, flags, value, protocol);
    }

    public AddressInfo withProtocol(int value) {
        return new AddressInfo(ifindex, prefix, peer, broadcast, label, scope, flags, lifetime, value);
    }

    public IpAddress address() {
        return prefix.address();
    }

    /// Whether the kernel would take both for the same address, whatever their attributes.
    public boolean isSameAddress(AddressInfo other) {
        // Not equals(): that of records is linked when first used, which takes milliseconds at start-up.
        return ifindex == other.ifindex && prefix.length() == other.prefix.length()
                && address().compareTo(other.address()) == 0
                && peer.orElse(address()).compareTo(other.peer.orElse(other.address())) == 0;
    }

    /// False while IPv6 looks for a duplicate, and when it found one.
    public boolean isUsable() {
        return (flags & (IFA_F_TENTATIVE | IFA_F_DADFAILED)) == 0;
    }
}
