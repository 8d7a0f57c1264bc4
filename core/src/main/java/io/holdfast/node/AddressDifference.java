package io.holdfast.node;

import io.holdfast.base.Prefix;
import java.util.ArrayList;
import java.util.List;

/// What it takes to get from the addresses the kernel has to those an instance should hold.
///
/// @param remove there, but not wanted
/// @param add    wanted, but not there
record AddressDifference(List<PlacedAddress> remove, List<PlacedAddress> add) {

    /// @param ours   every address that is the instance's to remove: what it held, holds or may have left behind
    /// @param wanted those it should hold now
    static AddressDifference between(List<PlacedAddress> ours, List<PlacedAddress> wanted, LinkTable kernel) {
        List<PlacedAddress> remove = new ArrayList<>();
        for (PlacedAddress address : ours) {
            if (isThere(address, kernel) && !contains(wanted, address)) {
                remove.add(address);
            }
        }
        List<PlacedAddress> add = new ArrayList<>();
        for (PlacedAddress address : wanted) {
            if (!isThere(address, kernel)) {
                add.add(address);
            }
        }
        return new AddressDifference(List.copyOf(remove), List.copyOf(add));
    }

    /// Whether two entries are the same address in the kernel, which knows nothing of our attributes.
    static boolean same(PlacedAddress one, PlacedAddress other) {
        return one.linkIndex() == other.linkIndex() && isPrefix(one, other.address().prefix());
    }

    static boolean isPrefix(PlacedAddress address, Prefix prefix) {
        return address.address().prefix().length() == prefix.length()
                && address.address().address().compareTo(prefix.address()) == 0;
    }

    static boolean contains(List<PlacedAddress> addresses, PlacedAddress wanted) {
        for (PlacedAddress address : addresses) {
            if (same(address, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThere(PlacedAddress address, LinkTable kernel) {
        return kernel.hasAddress(address.linkIndex(), address.address().prefix());
    }
}
