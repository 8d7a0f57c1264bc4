package io.holdfast.vrrp;

import java.nio.ByteBuffer;

/// What makes an encoded advertisement authentic, last of all.
interface Seal {
    /// For instances without authentication, or with a password.
    record None() implements Seal {
        @Override
        public void close(ByteBuffer packet, long sequence) {
            // It is complete as it is.
        }
    }

    /// Fills in sequence number and hash.
    ///
    /// @param packet   between position and limit, complete otherwise
    /// @param sequence no two advertisements of an instance have the same
    void close(ByteBuffer packet, long sequence);
}
