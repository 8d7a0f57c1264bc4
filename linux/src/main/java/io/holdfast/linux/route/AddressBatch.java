package io.holdfast.linux.route;

import io.holdfast.linux.netlink.NetlinkWriter;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.NativeMemory;
import java.util.Arrays;
import java.util.List;

/// Changes of addresses as netlink messages, written once and sent as often as needed without allocating anything:
/// an instance prepares adding and removing its addresses when it is configured.
///
/// After [RouteOps#apply] it also holds what became of each change.
public final class AddressBatch implements AutoCloseable {
    private static final int LARGEST_MESSAGE = 160; // with every attribute, IPv6
    private static final int NLMSG_SEQ = 8; // linux/netlink.h: offset in struct nlmsghdr
    private static final int UNANSWERED = -1;

    private final List<AddressInfo> addresses;
    private final boolean adding;
    private final NativeMemory messages;
    private final int[] starts;
    private final int[] errnos;
    private final String[] texts;
    private boolean applied;

    private AddressBatch(List<AddressInfo> addresses, boolean adding) {
        this.addresses = List.copyOf(addresses);
        this.adding = adding;
        this.messages = NativeMemory.allocate(Math.max(1, addresses.size()) * LARGEST_MESSAGE);
        this.starts = new int[addresses.size() + 1];
        this.errnos = new int[addresses.size()];
        this.texts = new String[addresses.size()];
        Arrays.fill(texts, "");
        write();
    }

    public static AddressBatch adding(List<AddressInfo> addresses) {
        return new AddressBatch(addresses, true);
    }

    public static AddressBatch removing(List<AddressInfo> addresses) {
        return new AddressBatch(addresses, false);
    }

    public int size() {
        return addresses.size();
    }

    public AddressInfo address(int index) {
        return addresses.get(index);
    }

    public AddressOutcome outcome(int index) {
        if (!applied) {
            return AddressOutcome.PENDING;
        }
        return switch (errnos[index]) {
            case 0 -> AddressOutcome.DONE;
            case Errno.EEXIST -> adding ? AddressOutcome.EXISTED : AddressOutcome.FAILED;
            case Errno.EADDRNOTAVAIL -> adding ? AddressOutcome.FAILED : AddressOutcome.ABSENT;
            default -> AddressOutcome.FAILED;
        };
    }

    /// The kernel's answer to a change: 0, or why not.
    public int errno(int index) {
        return errnos[index];
    }

    /// What the kernel said beyond the errno; often nothing.
    public String text(int index) {
        return texts[index];
    }

    /// Whether the kernel refused any change for a reason that is not harmless.
    public boolean isAnyFailed() {
        for (int i = 0; i < errnos.length; i++) {
            if (outcome(i) == AddressOutcome.FAILED) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        messages.close();
    }

    NativeMemory messages() {
        return messages;
    }

    /// Where message `index` begins; `size()` is the end of the last.
    int start(int index) {
        return starts[index];
    }

    /// Forgets the answers of the last time.
    void begin() {
        applied = true;
        for (int i = 0; i < errnos.length; i++) {
            answer(i, UNANSWERED, "");
        }
    }

    /// What has not been answered by now has failed.
    void giveUp(int errno) {
        for (int i = 0; i < errnos.length; i++) {
            if (errnos[i] == UNANSWERED) {
                answer(i, errno, "");
            }
        }
    }

    void number(int index, int sequence) {
        messages.bytes().putInt(starts[index] + NLMSG_SEQ, sequence);
    }

    void answer(int index, int errno, String text) {
        errnos[index] = errno;
        texts[index] = text;
    }

    private void write() {
        NetlinkWriter writer = new NetlinkWriter(messages.bytes());
        for (int i = 0; i < addresses.size(); i++) {
            starts[i] = writer.length();
            if (adding) {
                AddressWire.writeAdd(writer, i, addresses.get(i));
            } else {
                AddressWire.writeRemove(writer, i, addresses.get(i));
            }
        }
        starts[addresses.size()] = writer.length();
    }
}
