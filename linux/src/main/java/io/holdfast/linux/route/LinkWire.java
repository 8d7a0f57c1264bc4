package io.holdfast.linux.route;

import io.holdfast.base.MacAddress;
import io.holdfast.linux.netlink.Netlink;
import io.holdfast.linux.netlink.NetlinkAttribute;
import io.holdfast.linux.netlink.NetlinkReader;
import io.holdfast.linux.netlink.NetlinkWriter;
import java.util.Optional;

/// Link messages. struct ifinfomsg: family 1, pad 1, type 2, index 4, flags 4, change 4.
final class LinkWire {
    private static final int IFINFOMSG_SIZE = 16;
    private static final int IFI_TYPE = 2;
    private static final int IFI_INDEX = 4;
    private static final int IFI_FLAGS = 8;
    private static final int MAC_SIZE = 6;

    private LinkWire() {}

    /// Asks for all links, without their statistics.
    static void writeDump(NetlinkWriter writer, int sequence) {
        int start = writer.message(Rtnetlink.RTM_GETLINK, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP, sequence);
        writeHeader(writer, 0, 0, 0);
        writer.u32(Rtnetlink.IFLA_EXT_MASK, Rtnetlink.RTEXT_FILTER_SKIP_STATS);
        writer.finish(start);
    }

    /// Changes those flags that `mask` has.
    static void writeFlags(NetlinkWriter writer, int sequence, int ifindex, int flags, int mask) {
        int start = writer.message(Rtnetlink.RTM_NEWLINK, Netlink.NLM_F_REQUEST | Netlink.NLM_F_ACK, sequence);
        writeHeader(writer, ifindex, flags, mask);
        writer.finish(start);
    }

    /// Whether the message is about a link itself; bridges report their ports as links of their own family.
    static boolean isLink(NetlinkReader reader) {
        int type = reader.type();
        return (type == Rtnetlink.RTM_NEWLINK || type == Rtnetlink.RTM_DELLINK)
                && reader.payload() >= IFINFOMSG_SIZE && reader.header8(0) == Rtnetlink.AF_UNSPEC;
    }

    static LinkInfo read(NetlinkReader reader) {
        String name = "";
        Optional<MacAddress> mac = Optional.empty();
        int mtu = 0;
        int parent = 0;
        int master = 0;
        String kind = "";
        NetlinkAttribute attribute = new NetlinkAttribute();
        for (reader.attributes(IFINFOMSG_SIZE, attribute); attribute.next();) {
            switch (attribute.type()) {
                case Rtnetlink.IFLA_IFNAME -> name = attribute.string();
                case Rtnetlink.IFLA_ADDRESS -> mac = readMac(attribute);
                case Rtnetlink.IFLA_MTU -> mtu = attribute.u32();
                case Rtnetlink.IFLA_LINK -> parent = attribute.u32();
                case Rtnetlink.IFLA_MASTER -> master = attribute.u32();
                case Rtnetlink.IFLA_LINKINFO -> kind = readKind(attribute);
                default -> { } // many that we do not need
            }
        }
        return new LinkInfo(reader.header32(IFI_INDEX), name, mac, mtu, reader.header32(IFI_FLAGS),
                reader.header16(IFI_TYPE), parent, master, kind);
    }

    private static Optional<MacAddress> readMac(NetlinkAttribute attribute) {
        return attribute.length() == MAC_SIZE ? Optional.of(attribute.mac()) : Optional.empty();
    }

    private static String readKind(NetlinkAttribute linkInfo) {
        NetlinkAttribute inner = new NetlinkAttribute();
        for (linkInfo.nested(inner); inner.next();) {
            if (inner.type() == Rtnetlink.IFLA_INFO_KIND) {
                return inner.string();
            }
        }
        return "";
    }

    private static void writeHeader(NetlinkWriter writer, int ifindex, int flags, int mask) {
        writer.raw8(Rtnetlink.AF_UNSPEC).raw8(0).raw16(0).raw32(ifindex).raw32(flags).raw32(mask);
    }
}
