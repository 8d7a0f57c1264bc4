package io.holdfast.sim;

import io.holdfast.base.Prefix;
import io.holdfast.node.PlacedAddress;

/// An address as a kernel identifies it.
record HeldAddress(int linkIndex, Prefix prefix) {

    static HeldAddress of(PlacedAddress address) {
        return new HeldAddress(address.linkIndex(), address.address().prefix());
    }

    @Override
    public String toString() {
        return prefix + " on link " + linkIndex;
    }
}
