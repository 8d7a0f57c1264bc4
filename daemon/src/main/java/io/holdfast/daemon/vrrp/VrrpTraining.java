package io.holdfast.daemon.vrrp;

import io.holdfast.control.ControlMessage;
import io.holdfast.control.ControlWire;
import io.holdfast.daemon.process.ControlChannel;
import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.process.Names;
import io.holdfast.daemon.process.Options;
import io.holdfast.linux.socket.SocketPair;
import java.nio.ByteBuffer;

/// A whole life of the VRRP process inside the process that makes the AOT cache: one JVM writes one cache, and both the
/// parent and its children start from it.
public final class VrrpTraining {
    private VrrpTraining() {}

    /// Whether this run is for the cache; `dist/train-aot` says so.
    public static boolean isAsked() {
        return Boolean.getBoolean("holdfast.training");
    }

    /// Runs the loop with this configuration until it has started, reloaded and stopped.
    ///
    /// @param snapshot short enough for one message
    public static void run(Options options, Names names, Log log, byte[] snapshot) {
        if (snapshot.length > ControlWire.MAX_PART) {
            throw new IllegalArgumentException("a training configuration is small");
        }
        SocketPair pair = SocketPair.open();
        try (ControlChannel parent = new ControlChannel(pair.ours());
                ControlChannel control = new ControlChannel(pair.theirs());
                VrrpLoop loop = new VrrpLoop(options, names, log, control)) {
            for (int generation = 1; generation <= 2; generation++) {
                parent.send(new ControlMessage.SnapshotPart(generation, ByteBuffer.wrap(snapshot)));
                parent.send(new ControlMessage.Prepare(generation));
                parent.send(new ControlMessage.Commit(generation));
            }
            parent.send(new ControlMessage.Stop());
            loop.run();
        }
    }
}
