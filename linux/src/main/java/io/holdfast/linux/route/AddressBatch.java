package io.holdfast.linux.route;

import io.holdfast.linux.netlink.Netlink;
import io.holdfast.linux.netlink.NetlinkWriter;
import io.holdfast.linux.sys.Errno;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/// Changes of addresses as netlink messages, written once and sent as often as needed: an instance prepares adding and
/// removing its addresses when it is configured.
///
/// After [RouteOps#apply] it also holds what became of each change. Kept small, since thousands of instances keep two.
public final class AddressBatch {
    static final int LARGEST_MESSAGE = 160; // with every attribute, IPv6
    private static final int UNANSWERED = -1;
    private static final int[] NO_ANSWERS = {};
    private static final String[] NO_TEXTS = {};

    private final boolean adding;
    private final int size;
    private final byte[] messages;
    private int[] errnos = NO_ANSWERS;
    private String[] texts = NO_TEXTS;

    private AddressBatch(List<AddressInfo> addresses, boolean adding) {
        this.adding = adding;
        this.size = addresses.size();
        this.messages = write(addresses, adding);
    }

    public static AddressBatch adding(List<AddressInfo> addresses) {
        return new AddressBatch(addresses, true);
    }

    public static AddressBatch removing(List<AddressInfo> addresses) {
        return new AddressBatch(addresses, false);
    }

    public int size() {
        return size;
    }

    public AddressOutcome outcome(int index) {
        if (errnos.length == 0) {
            return AddressOutcome.PENDING;
        }
        return switch (errnos[index]) {
            case 0 -> AddressOutcome.DONE;
            case Errno.EEXIST -> adding ? AddressOutcome.EXISTED : AddressOutcome.FAILED;
            case Errno.EADDRNOTAVAIL -> adding ? AddressOutcome.FAILED : AddressOutcome.ABSENT;
            default -> AddressOutcome.FAILED;
        };
    }

    /// The kernel's answer to a change, once there is one: 0, or why not.
    public int errno(int index) {
        return errnos[index];
    }

    /// What the kernel said beyond the errno; often nothing.
    public String text(int index) {
        return index < texts.length ? texts[index] : "";
    }

    /// Whether the kernel refused any change for a reason that is not harmless.
    public boolean isAnyFailed() {
        for (int i = 0; i < size; i++) {
            if (outcome(i) == AddressOutcome.FAILED) {
                return true;
            }
        }
        return false;
    }

    /// Copies messages to the beginning of a buffer in the machine's byte order, numbered from `sequence` on.
    ///
    /// @param start where the first of them begins here
    /// @return where the next one begins here
    int copy(int start, int count, int sequence, ByteBuffer to) {
        to.put(0, messages, start, Math.min(messages.length - start, to.capacity()));
        int end = 0;
        for (int i = 0; i < count; i++) {
            to.putInt(end + Netlink.NLMSG_SEQ, sequence + i);
            end += to.getInt(end + Netlink.NLMSG_LEN);
        }
        return start + end;
    }

    /// Forgets the answers of the last time.
    void begin() {
        if (errnos.length != size) {
            errnos = new int[size];
        }
        Arrays.fill(errnos, UNANSWERED);
        Arrays.fill(texts, "");
    }

    /// What has not been answered by now has failed.
    void giveUp(int errno) {
        for (int i = 0; i < size; i++) {
            if (errnos[i] == UNANSWERED) {
                errnos[i] = errno;
            }
        }
    }

    void answer(int index, int errno, String text) {
        errnos[index] = errno;
        if (!text.isEmpty()) {
            remember(index, text);
        }
    }

    private void remember(int index, String text) {
        if (texts.length == 0) {
            texts = new String[size];
            Arrays.fill(texts, "");
        }
        texts[index] = text;
    }

    private static byte[] write(List<AddressInfo> addresses, boolean adding) {
        ByteBuffer room = ByteBuffer.allocate(addresses.size() * LARGEST_MESSAGE);
        NetlinkWriter writer = new NetlinkWriter(room);
        for (int i = 0; i < addresses.size(); i++) {
            if (adding) {
                AddressWire.writeAdd(writer, i, addresses.get(i));
            } else {
                AddressWire.writeRemove(writer, i, addresses.get(i));
            }
        }
        return Arrays.copyOf(room.array(), writer.length());
    }
}
