package io.holdfast.daemon.parent;

import io.holdfast.base.MonoTime;
import io.holdfast.control.ControlMessage;
import io.holdfast.control.ControlWire;
import io.holdfast.daemon.process.ControlChannel;
import io.holdfast.linux.socket.SocketPair;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.linux.sys.PidFd;
import io.holdfast.linux.sys.Spawn;
import io.holdfast.linux.sys.Spawner;
import java.nio.ByteBuffer;
import java.util.List;

/// A running child: its process, and the socket to it, which the child finds at descriptor 3.
///
/// @param pidFd     the process
/// @param channel   our end of the socket
/// @param startedAt when it was started
record ChildProcess(PidFd pidFd, ControlChannel channel, MonoTime startedAt) implements AutoCloseable {
    private static final int CONTROL = 3;
    private static final int STDOUT = 1;
    private static final int STDERR = 2;

    /// @param command the program and its arguments
    static ChildProcess start(List<String> command) {
        SocketPair pair = SocketPair.open();
        int pid;
        try (Descriptor theirs = pair.theirs()) {
            // The JVM itself writes to standard output now and then, so that goes where errors go.
            pid = Spawner.start(Spawn.program(command.getFirst(), command.subList(1, command.size()))
                    .duplicating(theirs.fd(), CONTROL).duplicating(STDERR, STDOUT)
                    .closing(StartReport.LAUNCHER).holdingSignals());
        } catch (KernelException e) {
            pair.ours().close();
            throw e;
        }
        return new ChildProcess(PidFd.open(pid), new ControlChannel(pair.ours()), MonoClock.now());
    }

    void sendSnapshot(int generation, byte[] snapshot) {
        for (int at = 0; at < snapshot.length; at += ControlWire.MAX_PART) {
            int length = Math.min(ControlWire.MAX_PART, snapshot.length - at);
            channel.send(new ControlMessage.SnapshotPart(generation, ByteBuffer.wrap(snapshot, at, length)));
        }
    }

    @Override
    public void close() {
        channel.close();
        pidFd.close();
    }
}
