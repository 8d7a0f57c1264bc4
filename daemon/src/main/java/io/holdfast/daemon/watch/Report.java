package io.holdfast.daemon.watch;

import io.holdfast.node.NodeEvent;

/// What a watch has for the loop.
public sealed interface Report {

    /// A file or a number of processes is another than before.
    record Happened(NodeEvent event) implements Report {}

    /// A link that is asked for its state answered something else than before.
    record LinkPolled(String interfaceName, boolean up) implements Report {}

    /// Watching has ended, for a reason that nobody thought of.
    record Failed(Throwable reason) implements Report {}
}
