package io.holdfast.vrrp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// How advertisements are authenticated. Of VRRPv2 there are password and AH; [Hmac] is keepalived's own and goes with
/// both versions.
public sealed interface Authentication {
    /// Authentication type 0.
    Authentication NONE = new None();

    /// The number in the authentication type field of a VRRPv2 message (RFC 2338 section 5.3.6).
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

    /// The IP Authentication Header with HMAC-MD5-96 of RFC 2338 section 5.3.6, for VRRPv2 over IPv4.
    ///
    /// @param key of MD5
    record Ah(MacKey key) implements Authentication {
        /// With the key that a password is, cut and padded as [Password] is.
        public static Ah of(String password) {
            return new Ah(new MacKey(MacKey.Algorithm.MD5, new Password(password).field()));
        }

        @Override
        public int type() {
            return 2;
        }
    }

    /// `auth_hmac`: a signature behind each advertisement (`vrrp.md` 1.9).
    ///
    /// @param keys          those whose signatures count; at least the active one
    /// @param activeKey     the id of the one to sign with
    /// @param monotonic     sequence numbers only ever grow; otherwise they also have to be near our wall clock
    /// @param windowSeconds how far a sender's wall clock may be from ours, 1 to 300
    record Hmac(List<Key> keys, int activeKey, boolean monotonic, int windowSeconds, Mode mode)
            implements Authentication {

        public Hmac {
            keys = List.copyOf(keys);
        }

        @Override
        public int type() {
            return 0;
        }

        /// Whether our own advertisements carry a signature.
        public boolean signs() {
            return mode != Mode.RECEIVE_ONLY;
        }

        MacKey signingKey() {
            for (Key key : keys) {
                if (key.id() == activeKey) {
                    return key.secret();
                }
            }
            throw new IllegalStateException("key " + activeKey + " is active but not among the keys");
        }

        /// @param id     1 to 255, to be told apart by
        /// @param secret of SHA-256
        public record Key(int id, MacKey secret) {}

        /// For bringing signatures into a group that has none. A signature that is there has to be right in each.
        public enum Mode {
            /// Sign, and refuse what is not signed.
            ENFORCE,
            /// Sign, and accept what is not signed.
            PERMISSIVE,
            /// Do not sign, and accept what is not signed.
            RECEIVE_ONLY
        }
    }
}
