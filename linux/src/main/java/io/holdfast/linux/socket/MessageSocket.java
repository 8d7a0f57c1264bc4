package io.holdfast.linux.socket;

import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Errno;
import java.nio.ByteBuffer;
import java.util.Optional;

/// One end of a [SocketPair]: whole messages, in order, each with a descriptor if need be. Never blocks.
///
/// What [#receive] delivered is valid until the next [#receive].
public final class MessageSocket implements AutoCloseable {
    private static final int CONTROL_SIZE = MessageHeader.CMSG_HEADER + 8 * Integer.BYTES;
    private static final int RECEIVE_FLAGS = SocketConstants.MSG_DONTWAIT | SocketConstants.MSG_CMSG_CLOEXEC;
    private static final int SEND_FLAGS = SocketConstants.MSG_DONTWAIT | SocketConstants.MSG_NOSIGNAL;

    private final Descriptor descriptor;
    private final MessageHeader incoming;
    private final MessageHeader outgoing;
    private Descriptor passed = Descriptor.invalid();

    private MessageSocket(Descriptor descriptor, int largest) {
        this.descriptor = descriptor;
        this.incoming = new MessageHeader(CONTROL_SIZE, largest);
        this.outgoing = new MessageHeader(CONTROL_SIZE, largest);
    }

    /// @param descriptor an end of a pair, which now belongs to this socket; a child adopts descriptor 3
    /// @param largest    the longest message in either direction
    public static MessageSocket over(Descriptor descriptor, int largest) {
        return new MessageSocket(descriptor, largest);
    }

    public int fd() {
        return descriptor.fd();
    }

    public Descriptor descriptor() {
        return descriptor;
    }

    /// Asks for a send queue of this many bytes; a message must fit into it whole.
    public void sendBuffer(int bytes) {
        RawSocket.set(descriptor, SocketConstants.SOL_SOCKET, SocketConstants.SO_SNDBUF, bytes, "SO_SNDBUF");
    }

    /// Sends a message of at least one byte; an empty one would look like the end.
    ///
    /// @return 0 or the errno: EAGAIN when the other side does not keep up, EPIPE when it is gone
    public int send(byte[] bytes, int length) {
        requireContent(length);
        outgoing.data().put(0, bytes, 0, length);
        return outgoing.send(descriptor, length, 0, SEND_FLAGS);
    }

    /// As [#send(byte[], int)], for the buffer's remaining bytes, which are not consumed.
    public int send(ByteBuffer bytes) {
        requireContent(bytes.remaining());
        outgoing.data().put(0, bytes, bytes.position(), bytes.remaining());
        return outgoing.send(descriptor, bytes.remaining(), 0, SEND_FLAGS);
    }

    /// As [#send(byte[], int)], with a descriptor that the other side gets a copy of.
    public int send(byte[] bytes, int length, Descriptor passing) {
        requireContent(length);
        outgoing.data().put(0, bytes, 0, length);
        int control = outgoing.putControl(0, SocketConstants.SOL_SOCKET, SocketConstants.SCM_RIGHTS, passing.fd());
        return outgoing.send(descriptor, length, control, SEND_FLAGS);
    }

    /// Takes the next message.
    ///
    /// @return its length; 0 when the other side is gone; or a negated errno: EAGAIN when there is none, EMSGSIZE when
    ///         it was longer than agreed and is lost
    public int receive() {
        passed.close();
        int result = incoming.receive(descriptor, RECEIVE_FLAGS);
        if (result == -Errno.ECONNRESET) {
            // Said once when the other side went without reading all: what it sent before is still to come, then 0.
            result = incoming.receive(descriptor, RECEIVE_FLAGS);
        }
        incoming.data().limit(Math.max(result, 0)).position(0);
        takeDescriptors();
        boolean truncated = (incoming.flags() & SocketConstants.MSG_TRUNC) != 0;
        return truncated ? -Errno.EMSGSIZE : result;
    }

    /// The message, in network byte order, from position 0 to its limit. Belongs to this socket.
    public ByteBuffer message() {
        return incoming.data();
    }

    /// The descriptor that came with the message, if one did; from then on the caller's to close. One that is not taken
    /// is closed by the next [#receive].
    public Optional<Descriptor> takeDescriptor() {
        if (!passed.isValid()) {
            return Optional.empty();
        }
        Descriptor taken = passed;
        passed = Descriptor.invalid();
        return Optional.of(taken);
    }

    @Override
    public void close() {
        passed.close();
        descriptor.close();
        incoming.close();
        outgoing.close();
    }

    /// Keeps the first and closes any more, since nobody would.
    private void takeDescriptors() {
        for (int at = incoming.firstControl(); at >= 0; at = incoming.nextControl(at)) {
            if (incoming.isControl(at, SocketConstants.SOL_SOCKET, SocketConstants.SCM_RIGHTS)) {
                for (int i = 0; i + Integer.BYTES <= incoming.controlLength(at); i += Integer.BYTES) {
                    take(Descriptor.adopt(incoming.controlInt(at, i)));
                }
            }
        }
    }

    private void take(Descriptor received) {
        if (passed.isValid()) {
            received.close();
        } else {
            passed = received;
        }
    }

    private static void requireContent(int length) {
        if (length <= 0) {
            throw new IllegalArgumentException("a message has at least one byte");
        }
    }
}
