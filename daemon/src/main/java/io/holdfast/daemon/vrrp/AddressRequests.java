package io.holdfast.daemon.vrrp;

import io.holdfast.linux.route.AddressBatch;
import io.holdfast.node.PlacedAddress;
import java.util.List;

/// The two requests of an instance, encoded in advance: take all addresses, give all addresses up.
final class AddressRequests {
    private final List<PlacedAddress> addresses;
    private final AddressBatch add;
    private final AddressBatch remove;

    AddressRequests(List<PlacedAddress> addresses) {
        this.addresses = addresses;
        this.add = AddressBatch.adding(AddressChanges.infos(addresses));
        this.remove = AddressBatch.removing(AddressChanges.infos(addresses));
    }

    AddressChanges.Outcome addAll(AddressChanges changes) {
        return changes.apply(add, addresses, true);
    }

    AddressChanges.Outcome removeAll(AddressChanges changes) {
        return changes.apply(remove, addresses, false);
    }
}
