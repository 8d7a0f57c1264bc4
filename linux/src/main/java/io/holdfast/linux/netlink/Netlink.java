package io.holdfast.linux.netlink;

/// Constants of linux/netlink.h.
public final class Netlink {
    public static final int NETLINK_ROUTE = 0;
    public static final int NETLINK_NETFILTER = 12;
    public static final int NETLINK_GENERIC = 16;

    public static final int NLM_F_REQUEST = 0x01;
    public static final int NLM_F_MULTI = 0x02;
    public static final int NLM_F_ACK = 0x04;
    /// The tables changed during a dump, whose entries may not fit together.
    public static final int NLM_F_DUMP_INTR = 0x10;
    public static final int NLM_F_REPLACE = 0x100;
    public static final int NLM_F_EXCL = 0x200;
    public static final int NLM_F_CREATE = 0x400;
    public static final int NLM_F_DUMP = 0x300;

    public static final int NLMSG_NOOP = 1;
    public static final int NLMSG_ERROR = 2;
    public static final int NLMSG_DONE = 3;
    public static final int NLMSG_OVERRUN = 4;

    static final int NLM_F_CAPPED = 0x100;
    static final int NLM_F_ACK_TLVS = 0x200;
    static final int NLMSGERR_ATTR_MSG = 1;
    static final int NLMSG_HDRLEN = 16;
    public static final int NLMSG_LEN = 0; // offsets in struct nlmsghdr
    static final int NLMSG_TYPE = 4;
    static final int NLMSG_FLAGS = 6;
    public static final int NLMSG_SEQ = 8;
    static final int NLMSG_PID = 12;
    static final int NLA_HDRLEN = 4;
    static final int NLA_F_NESTED = 0x8000;
    static final int NLA_TYPE_MASK = 0x3fff;

    private Netlink() {}

    /// Messages and attributes begin at multiples of four.
    static int align(int length) {
        return (length + 3) & ~3;
    }
}
