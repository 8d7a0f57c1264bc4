package io.holdfast.daemon.process;

import io.holdfast.linux.route.Dump;
import io.holdfast.linux.route.LinkInfo;
import io.holdfast.linux.route.RouteOps;
import java.util.List;

/// All interfaces at one moment. A dump that a change interrupted is not one state of the kernel; the next is likely to
/// be.
public final class LinkDump {
    private static final int ATTEMPTS = 10;

    private LinkDump() {}

    public static List<LinkInfo> of(RouteOps ops) {
        Dump<LinkInfo> dump = ops.links();
        for (int i = 1; i < ATTEMPTS && dump.interrupted(); i++) {
            dump = ops.links();
        }
        return dump.entries();
    }
}
