package io.holdfast.linux.route;

import io.holdfast.linux.netlink.Netlink;
import io.holdfast.linux.netlink.NetlinkReader;
import io.holdfast.linux.netlink.NetlinkSocket;
import io.holdfast.linux.netlink.NetlinkWriter;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.NativeMemory;
import java.util.ArrayList;
import java.util.List;

/// Asks for links and addresses and changes them. Waits for nothing: the kernel answers while it is asked.
public final class RouteOps implements AutoCloseable {
    private static final int ANSWER_SIZE = 65_536; // the kernel fills at most 32 KiB of a dump at a time
    private static final int RECEIVE_BUFFER = 1 << 20;
    /// Changes for each send. The kernel queues every answer before send returns, and drops in silence those that do
    /// not fit; this many fit into the queue that a process without rights gets.
    private static final int CHANGES_PER_SEND = 100;
    private static final int REQUEST_SIZE = CHANGES_PER_SEND * AddressBatch.LARGEST_MESSAGE;

    private final NetlinkSocket socket;
    private final NativeMemory request = NativeMemory.allocate(REQUEST_SIZE);
    private final NativeMemory answer = NativeMemory.allocate(ANSWER_SIZE);
    private final NetlinkWriter writer = new NetlinkWriter(request.bytes());
    private final NetlinkReader reader = new NetlinkReader();
    private int sequence;

    private RouteOps(NetlinkSocket socket) {
        this.socket = socket;
    }

    /// In the calling thread's network namespace.
    public static RouteOps open() {
        NetlinkSocket socket = NetlinkSocket.open(Netlink.NETLINK_ROUTE);
        RouteOps ops = new RouteOps(socket);
        ops.receiveBuffer(RECEIVE_BUFFER);
        return ops;
    }

    /// Over any descriptor, such as [an invalid one][Descriptor#invalid()].
    public static RouteOps over(Descriptor descriptor) {
        return new RouteOps(NetlinkSocket.over(descriptor));
    }

    /// Asks for a queue of this many bytes for answers, which the kernel doubles, and never for less than requests of
    /// this class may fill.
    public void receiveBuffer(int bytes) {
        socket.receiveBuffer(Math.max(bytes, RECEIVE_BUFFER), true);
    }

    public Dump<LinkInfo> links() {
        writer.clear();
        LinkWire.writeDump(writer, ++sequence);
        List<LinkInfo> links = new ArrayList<>();
        boolean interrupted = dump("list links", new Collector() {
            @Override
            public void collect(NetlinkReader message) {
                if (LinkWire.isLink(message)) {
                    links.add(LinkWire.read(message));
                }
            }
        });
        return new Dump<>(links, interrupted);
    }

    /// IPv4 and IPv6.
    public Dump<AddressInfo> addresses() {
        writer.clear();
        AddressWire.writeDump(writer, ++sequence);
        List<AddressInfo> addresses = new ArrayList<>();
        boolean interrupted = dump("list addresses", new Collector() {
            @Override
            public void collect(NetlinkReader message) {
                if (AddressWire.isAddress(message)) {
                    addresses.add(AddressWire.read(message));
                }
            }
        });
        return new Dump<>(addresses, interrupted);
    }

    /// Sends a batch and records in it what became of each change.
    ///
    /// @return 0, or the errno that kept changes from being sent or answered; those changes have failed with it
    public int apply(AddressBatch batch) {
        batch.begin();
        int errno = 0;
        int start = 0;
        for (int from = 0; from < batch.size() && errno == 0; from += CHANGES_PER_SEND) {
            int count = Math.min(batch.size() - from, CHANGES_PER_SEND);
            int base = sequence + 1;
            sequence += count;
            int end = batch.copy(start, count, base, request.bytes());
            errno = apply(batch, from, count, base, end - start);
            start = end;
        }
        if (errno != 0) {
            batch.giveUp(errno);
        }
        return errno;
    }

    /// Switches a link on or off.
    public void setUp(int ifindex, boolean up) {
        writer.clear();
        LinkWire.writeFlags(writer, ++sequence, ifindex, up ? LinkInfo.IFF_UP : 0, LinkInfo.IFF_UP);
        request("change of interface " + ifindex);
    }

    @Override
    public void close() {
        socket.close();
        request.close();
        answer.close();
    }

    /// Sends `count` changes from `from` on, which are in the request numbered from `base` on.
    private int apply(AddressBatch batch, int from, int count, int base, int length) {
        int errno = socket.send(request, 0, length);
        int answers = 0;
        while (errno == 0 && answers < count) {
            int received = socket.receive(answer);
            if (received < 0) {
                errno = -received;
            } else {
                answers += record(batch, from, count, base, received);
            }
        }
        return errno;
    }

    /// Answers that belong to an earlier request are skipped.
    private int record(AddressBatch batch, int from, int count, int base, int length) {
        int answers = 0;
        reader.over(answer.bytes(), length);
        while (reader.nextMessage()) {
            int index = reader.sequence() - base;
            if (reader.type() == Netlink.NLMSG_ERROR && index >= 0 && index < count) {
                int errno = reader.error();
                batch.answer(from + index, errno, errno == 0 ? "" : reader.errorText());
                answers++;
            }
        }
        return answers;
    }

    private void request(String operation) {
        KernelException.check(-socket.send(request, 0, writer.length()), operation);
        while (true) {
            reader.over(answer.bytes(), (int) KernelException.check(socket.receive(answer), operation));
            while (reader.nextMessage()) {
                if (reader.sequence() == sequence && reader.type() == Netlink.NLMSG_ERROR) {
                    KernelException.check(-reader.error(), operation);
                    return;
                }
            }
        }
    }

    private interface Collector {
        void collect(NetlinkReader message);
    }

    /// @return whether it was interrupted by a change
    private boolean dump(String operation, Collector collector) {
        KernelException.check(-socket.send(request, 0, writer.length()), operation);
        boolean interrupted = false;
        while (true) {
            reader.over(answer.bytes(), (int) KernelException.check(socket.receive(answer), operation));
            while (reader.nextMessage()) {
                if (reader.sequence() != sequence) {
                    continue;
                }
                interrupted |= (reader.flags() & Netlink.NLM_F_DUMP_INTR) != 0;
                if (reader.type() == Netlink.NLMSG_DONE || reader.type() == Netlink.NLMSG_ERROR) {
                    KernelException.check(-reader.error(), operation);
                    return interrupted;
                }
                collector.collect(reader);
            }
        }
    }
}
