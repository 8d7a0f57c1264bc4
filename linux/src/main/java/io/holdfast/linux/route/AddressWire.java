package io.holdfast.linux.route;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import io.holdfast.linux.netlink.Netlink;
import io.holdfast.linux.netlink.NetlinkAttribute;
import io.holdfast.linux.netlink.NetlinkReader;
import io.holdfast.linux.netlink.NetlinkWriter;
import java.util.Optional;

/// Address messages. struct ifaddrmsg: family 1, prefix length 1, flags 1, scope 1, index 4.
final class AddressWire {
    private static final int IFADDRMSG_SIZE = 8;
    private static final int IFA_PREFIXLEN = 1;
    private static final int IFA_HEADER_FLAGS = 2;
    private static final int IFA_SCOPE = 3;
    private static final int IFA_INDEX = 4;
    private static final int IFA_CACHEINFO_VALID = 4; // struct ifa_cacheinfo: preferred, valid, created, updated

    private static final int ADD = Netlink.NLM_F_REQUEST | Netlink.NLM_F_ACK | Netlink.NLM_F_CREATE
            | Netlink.NLM_F_EXCL; // so that EEXIST tells us that the address was there before
    private static final int REMOVE = Netlink.NLM_F_REQUEST | Netlink.NLM_F_ACK;

    private AddressWire() {}

    static void writeDump(NetlinkWriter writer, int sequence) {
        int start = writer.message(Rtnetlink.RTM_GETADDR, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP, sequence);
        writer.raw8(Rtnetlink.AF_UNSPEC).raw8(0).raw8(0).raw8(0).raw32(0);
        writer.finish(start);
    }

    static void writeAdd(NetlinkWriter writer, int sequence, AddressInfo address) {
        int start = writer.message(Rtnetlink.RTM_NEWADDR, ADD, sequence);
        writeIdentity(writer, address);
        if (address.broadcast().isPresent()) {
            writer.address(Rtnetlink.IFA_BROADCAST, address.broadcast().get());
        }
        if (address.label().isPresent()) {
            writer.string(Rtnetlink.IFA_LABEL, address.label().get());
        }
        if (address.flags() > 0xff) {
            writer.u32(Rtnetlink.IFA_FLAGS, address.flags());
        }
        writeLifetime(writer, address.lifetime());
        if (address.protocol() != 0) {
            writer.u8(Rtnetlink.IFA_PROTO, address.protocol()); // unknown to kernels before 5.18, which ignore it
        }
        writer.finish(start);
    }

    /// By address alone: a label or a lifetime that changed meanwhile must not keep it in place.
    static void writeRemove(NetlinkWriter writer, int sequence, AddressInfo address) {
        int start = writer.message(Rtnetlink.RTM_DELADDR, REMOVE, sequence);
        writeIdentity(writer, address);
        writer.finish(start);
    }

    static boolean isAddress(NetlinkReader reader) {
        int type = reader.type();
        return (type == Rtnetlink.RTM_NEWADDR || type == Rtnetlink.RTM_DELADDR)
                && reader.payload() >= IFADDRMSG_SIZE && isIp(reader.header8(0));
    }

    static AddressInfo read(NetlinkReader reader) {
        Family family = reader.header8(0) == Family.IPV4.number() ? Family.IPV4 : Family.IPV6;
        Optional<IpAddress> local = Optional.empty();
        Optional<IpAddress> remote = Optional.empty();
        Optional<IpAddress> broadcast = Optional.empty();
        Optional<String> label = Optional.empty();
        int flags = reader.header8(IFA_HEADER_FLAGS);
        AddressInfo.Lifetime lifetime = AddressInfo.Lifetime.FOREVER;
        int protocol = 0;
        NetlinkAttribute attribute = new NetlinkAttribute();
        for (reader.attributes(IFADDRMSG_SIZE, attribute); attribute.next();) {
            switch (attribute.type()) {
                case Rtnetlink.IFA_ADDRESS -> remote = Optional.of(attribute.address(family));
                case Rtnetlink.IFA_LOCAL -> local = Optional.of(attribute.address(family));
                case Rtnetlink.IFA_BROADCAST -> broadcast = Optional.of(attribute.address(family));
                case Rtnetlink.IFA_LABEL -> label = Optional.of(attribute.string());
                case Rtnetlink.IFA_FLAGS -> flags = attribute.u32();
                case Rtnetlink.IFA_CACHEINFO -> lifetime =
                        new AddressInfo.Lifetime(attribute.u32(IFA_CACHEINFO_VALID), attribute.u32());
                case Rtnetlink.IFA_PROTO -> protocol = attribute.u8();
                default -> { } // metrics and the like
            }
        }
        // An ordinary IPv6 address comes as IFA_ADDRESS only. Where both come and differ, IFA_ADDRESS is the peer.
        IpAddress any = new IpAddress(family, 0, 0);
        IpAddress own = local.orElse(remote.orElse(any));
        Optional<IpAddress> peer = remote.isPresent() && remote.get().compareTo(own) != 0 ? remote : Optional.empty();
        Prefix prefix = new Prefix(own, Math.min(reader.header8(IFA_PREFIXLEN), family.bits()));
        return new AddressInfo(reader.header32(IFA_INDEX), prefix, peer, broadcast, label,
                reader.header8(IFA_SCOPE), flags, lifetime, protocol);
    }

    private static void writeIdentity(NetlinkWriter writer, AddressInfo address) {
        Prefix prefix = address.prefix();
        writer.raw8(prefix.family().number()).raw8(prefix.length()).raw8(address.flags() & 0xff).raw8(address.scope());
        writer.raw32(address.ifindex());
        writer.address(Rtnetlink.IFA_LOCAL, prefix.address());
        writer.address(Rtnetlink.IFA_ADDRESS, address.peer().orElse(prefix.address()));
    }

    private static void writeLifetime(NetlinkWriter writer, AddressInfo.Lifetime lifetime) {
        if (!lifetime.isForever()) {
            int start = writer.begin(Rtnetlink.IFA_CACHEINFO);
            writer.raw32(lifetime.preferred()).raw32(lifetime.valid()).raw32(0).raw32(0);
            writer.close(start);
        }
    }

    private static boolean isIp(int family) {
        return family == Family.IPV4.number() || family == Family.IPV6.number();
    }
}
