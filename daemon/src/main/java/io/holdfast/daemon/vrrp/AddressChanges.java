package io.holdfast.daemon.vrrp;

import io.holdfast.linux.route.AddressBatch;
import io.holdfast.linux.route.AddressInfo;
import io.holdfast.linux.route.AddressOutcome;
import io.holdfast.linux.route.RouteOps;
import io.holdfast.linux.sys.Errno;
import io.holdfast.node.NodeEvent.AddressesApplied.Failure;
import io.holdfast.node.PlacedAddress;
import io.holdfast.vrrp.VirtualAddress;
import java.util.ArrayList;
import java.util.List;

/// Adds and removes virtual addresses and says what came of it. That an address was there already, or was gone already,
/// is success: it is as it should be. So is that it went together with its interface.
final class AddressChanges {
    /// The protocol number routes and addresses of ours carry, keepalived's in iproute2's tables.
    private static final int IFAPROT_KEEPALIVED = 18;

    private final RouteOps ops;

    AddressChanges(RouteOps ops) {
        this.ops = ops;
    }

    /// @param added  addresses that were missing and are there now
    /// @param failed what the kernel refused
    record Outcome(List<PlacedAddress> added, List<Failure> failed) {
        private static final Outcome NOTHING = new Outcome(List.of(), List.of());
    }

    /// Removes and adds, in this order. Removals that fail are reported like additions that do.
    Outcome change(List<PlacedAddress> remove, List<PlacedAddress> add) {
        Outcome removed = apply(AddressBatch.removing(infos(remove)), remove, false);
        Outcome added = apply(AddressBatch.adding(infos(add)), add, true);
        List<Failure> failed = new ArrayList<>(removed.failed());
        failed.addAll(added.failed());
        return new Outcome(added.added(), failed);
    }

    /// @param addresses what the entries of the batch stand for
    Outcome apply(AddressBatch batch, List<PlacedAddress> addresses, boolean adding) {
        if (batch.size() == 0) {
            return Outcome.NOTHING;
        }
        ops.apply(batch);
        List<PlacedAddress> added = new ArrayList<>();
        List<Failure> failed = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            AddressOutcome outcome = batch.outcome(i);
            if (outcome == AddressOutcome.FAILED && (adding || batch.errno(i) != Errno.ENODEV)) {
                failed.add(new Failure(addresses.get(i), reason(batch, i)));
            } else if (adding && outcome == AddressOutcome.DONE) {
                added.add(addresses.get(i));
            }
        }
        return new Outcome(added, failed);
    }

    private static String reason(AddressBatch batch, int index) {
        String kernel = batch.text(index);
        return Errno.describe(batch.errno(index)) + (kernel.isEmpty() ? "" : ": " + kernel);
    }

    static List<AddressInfo> infos(List<PlacedAddress> addresses) {
        List<AddressInfo> infos = new ArrayList<>(addresses.size());
        for (PlacedAddress placed : addresses) {
            VirtualAddress address = placed.address();
            infos.add(new AddressInfo(placed.linkIndex(), address.prefix(), address.peer(), address.broadcast(),
                    address.label(), address.scope(), address.flags(),
                    new AddressInfo.Lifetime(AddressInfo.Lifetime.INFINITY, (int) address.preferredSeconds()),
                    IFAPROT_KEEPALIVED));
        }
        return infos;
    }
}
