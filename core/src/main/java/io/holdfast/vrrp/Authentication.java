package io.holdfast.vrrp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// How VRRPv2 advertisements are authenticated. VRRPv3 knows none.
public sealed interface Authentication {
    /// Authentication type 0.
    Authentication NONE = new None();

    /// The number in the authentication type field of a VRRPv2 message.
    int type();

    /// No authentication.
    record None() implements Authentication {
        @Override
        public int type() {
            return 0;
        }
    }

    /// A password in clear text in each advertisement, "Simple Text Password" of RFC 2338 section 5.3.6.
    /// Protects against misconfiguration only. Never prints what it holds.
    final class Password implements Authentication {
        /// The length of the field; longer passwords are cut, shorter ones padded with zeros.
        public static final int LENGTH = 8;

        private final byte[] field;

        public Password(String password) {
            this.field = Arrays.copyOf(password.getBytes(StandardCharsets.ISO_8859_1), LENGTH);
        }

        @Override
        public int type() {
            return 1;
        }

        /// The eight bytes that close the message.
        public byte[] field() {
            return field.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Password p && Arrays.equals(field, p.field);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(field);
        }

        @Override
        public String toString() {
            return "Password[********]";
        }
    }
}
