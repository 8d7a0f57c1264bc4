package io.holdfast.linux.socket;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.NativeMemory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Asks drivers about their links, in the network namespace it was opened in.
public final class LinkProbe implements AutoCloseable {
    /// The answer of a link that works.
    public static final int UP = 1;
    /// The answer of one that does not.
    public static final int DOWN = 0;

    private static final int AF_INET = 2; // linux/socket.h, as the next
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int SIOCGIFFLAGS = 0x8913; // linux/sockios.h, as the next three
    private static final int SIOCETHTOOL = 0x8946;
    private static final int SIOCGMIIPHY = 0x8947;
    private static final int SIOCGMIIREG = 0x8948;
    private static final int ETHTOOL_GLINK = 0x0a; // linux/ethtool.h
    private static final int MII_BMSR = 1; // linux/mii.h, as the next
    private static final int BMSR_LSTATUS = 0x0004;
    private static final int IFF_UP = 0x1; // linux/if.h, as all below
    private static final int IFF_RUNNING = 0x40;
    private static final int IFNAMSIZ = 16;
    private static final int IFREQ_SIZE = 40;
    // in struct ifreq: the flags, a pointer, or struct mii_ioctl_data
    private static final int VALUE = 16;
    private static final int MII_REG_NUM = VALUE + 2;
    private static final int MII_VAL_OUT = VALUE + 6;
    // struct ethtool_value: command and answer
    private static final int ETHTOOL_VALUE_SIZE = 8;

    private final Descriptor socket;
    private final NativeMemory request = NativeMemory.allocate(IFREQ_SIZE + ETHTOOL_VALUE_SIZE);

    private LinkProbe(Descriptor socket) {
        this.socket = socket;
    }

    public static LinkProbe open() {
        long fd = Kernel.call(Nr.SOCKET, AF_INET, SOCK_DGRAM_CLOEXEC, 0);
        return new LinkProbe(Descriptor.opened(fd, "open socket"));
    }

    /// Asks the transceiver.
    ///
    /// @return [#UP], [#DOWN], or a negated errno: EOPNOTSUPP where there is none, ENODEV without the interface
    public int mii(String name) {
        name(name);
        int result = ioctl(SIOCGMIIPHY);
        if (result < 0) {
            return result;
        }
        // The register keeps that a link was lost until it is read: the second answer is the state now.
        for (int i = 0; i < 2; i++) {
            request.bytes().putShort(MII_REG_NUM, (short) MII_BMSR);
            result = ioctl(SIOCGMIIREG);
            if (result < 0) {
                return result;
            }
        }
        return (request.bytes().getShort(MII_VAL_OUT) & BMSR_LSTATUS) != 0 ? UP : DOWN;
    }

    /// Asks the driver.
    ///
    /// @return as [#mii]
    public int ethtool(String name) {
        name(name);
        request.bytes().putLong(VALUE, request.address() + IFREQ_SIZE);
        request.bytes().putInt(IFREQ_SIZE, ETHTOOL_GLINK).putInt(IFREQ_SIZE + Integer.BYTES, 0);
        int result = ioctl(SIOCETHTOOL);
        return result < 0 ? result : request.bytes().getInt(IFREQ_SIZE + Integer.BYTES) != 0 ? UP : DOWN;
    }

    /// Asks for the flags: whether it is switched on and has a carrier.
    ///
    /// @return [#UP], [#DOWN], or a negated errno: ENODEV without the interface
    public int running(String name) {
        return flags(name, IFF_UP | IFF_RUNNING);
    }

    /// Whether it is switched on, whatever its carrier.
    ///
    /// @return as [#running]
    public int switchedOn(String name) {
        return flags(name, IFF_UP);
    }

    @Override
    public void close() {
        socket.close();
        request.close();
    }

    private int flags(String name, int wanted) {
        name(name);
        int result = ioctl(SIOCGIFFLAGS);
        return result < 0 ? result : (request.bytes().getShort(VALUE) & wanted) == wanted ? UP : DOWN;
    }

    private int ioctl(int operation) {
        return (int) Kernel.call(Nr.IOCTL, socket.fd(), operation, request.address());
    }

    private void name(String name) {
        ByteBuffer bytes = request.bytes();
        for (int i = 0; i < IFREQ_SIZE; i += Long.BYTES) {
            bytes.putLong(i, 0);
        }
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        bytes.put(0, text, 0, Math.min(text.length, IFNAMSIZ - 1));
    }
}
