package io.holdfast.linux.socket;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.NativeMemory;

/// The two ends of a connection between processes, both close-on-exec: a child gets one by duplication.
///
/// @param ours   the end that stays
/// @param theirs the end that is given away, and then closed here
public record SocketPair(Descriptor ours, Descriptor theirs) {

    /// Whether a descriptor that was handed to this process is an end of such a pair.
    public static boolean isEnd(Descriptor descriptor) {
        return RawSocket.get(descriptor, SocketConstants.SO_TYPE) == SocketConstants.SOCK_SEQPACKET;
    }

    /// A Unix socketpair of type SOCK_SEQPACKET; wrap an end in a [MessageSocket] to use it.
    public static SocketPair open() {
        try (NativeMemory ends = NativeMemory.temporary(2 * Integer.BYTES)) {
            int type = SocketConstants.SOCK_SEQPACKET | SocketConstants.SOCK_CLOEXEC | SocketConstants.SOCK_NONBLOCK;
            long result = Kernel.call(Nr.SOCKETPAIR, SocketConstants.AF_UNIX, type, 0, ends.address());
            KernelException.check(result, "socketpair");
            return new SocketPair(
                    Descriptor.adopt(ends.bytes().getInt(0)), Descriptor.adopt(ends.bytes().getInt(Integer.BYTES)));
        }
    }
}
