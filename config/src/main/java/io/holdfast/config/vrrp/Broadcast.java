package io.holdfast.config.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import java.util.Optional;

/// What stands behind `brd`: an address, or a sign by which it is computed from the prefix.
sealed interface Broadcast {
    /// The address for this prefix; empty if the prefix leaves no room for one.
    Optional<IpAddress> of(Prefix prefix);

    record Given(IpAddress address) implements Broadcast {
        @Override
        public Optional<IpAddress> of(Prefix prefix) {
            return Optional.of(address);
        }
    }

    /// `+`: host bits one; `-`: host bits zero.
    record Computed(boolean ones) implements Broadcast {
        private static final int LONGEST = 30;

        @Override
        public Optional<IpAddress> of(Prefix prefix) {
            if (prefix.length() > LONGEST) {
                return Optional.empty();
            }
            int hostBits = (int) (0xffff_ffffL >>> prefix.length());
            int bits = prefix.address().v4Bits();
            return Optional.of(IpAddress.v4(ones ? bits | hostBits : bits & ~hostBits));
        }
    }
}
