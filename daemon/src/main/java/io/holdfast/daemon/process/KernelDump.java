package io.holdfast.daemon.process;

import io.holdfast.linux.route.AddressInfo;
import io.holdfast.linux.route.Dump;
import io.holdfast.linux.route.LinkInfo;
import io.holdfast.linux.route.RouteOps;
import java.util.List;

/// All interfaces or addresses at one moment. A dump that a change interrupted is not one state of the kernel; the next
/// is likely to be.
public final class KernelDump {
    private static final int ATTEMPTS = 10;

    private KernelDump() {}

    public static List<LinkInfo> links(RouteOps ops) {
        Dump<LinkInfo> dump = ops.links();
        for (int i = 1; i < ATTEMPTS && dump.interrupted(); i++) {
            dump = ops.links();
        }
        return dump.entries();
    }

    public static List<AddressInfo> addresses(RouteOps ops) {
        Dump<AddressInfo> dump = ops.addresses();
        for (int i = 1; i < ATTEMPTS && dump.interrupted(); i++) {
            dump = ops.addresses();
        }
        return dump.entries();
    }
}
