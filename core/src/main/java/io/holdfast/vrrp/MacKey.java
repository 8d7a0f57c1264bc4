package io.holdfast.vrrp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A secret and the keyed hash (RFC 2104) it is for. To look up an algorithm takes tens of milliseconds the first time;
/// that happens here, when a configuration is read, and never when a packet comes or goes. Never prints the secret.
public final class MacKey {
    /// The keyed hashes VRRP is authenticated with.
    public enum Algorithm {
        /// RFC 2403, for AH.
        MD5("HmacMD5"),
        /// RFC 4868, for `auth_hmac`.
        SHA_256("HmacSHA256");

        private final String name;

        Algorithm(String name) {
            this.name = name;
        }
    }

    private final Algorithm algorithm;
    private final byte[] secret;
    private final Mac ready;

    /// @param secret at least one byte
    public MacKey(Algorithm algorithm, byte[] secret) {
        this.algorithm = algorithm;
        this.secret = secret.clone();
        try {
            ready = Mac.getInstance(algorithm.name);
            ready.init(new SecretKeySpec(secret, algorithm.name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm.name + " is part of every JDK", e);
        }
    }

    /// One to compute with, for one owner.
    Mac mac() {
        try {
            return (Mac) ready.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(algorithm.name + " of the JDK can be cloned", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MacKey key && algorithm == key.algorithm && Arrays.equals(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(secret);
    }

    @Override
    public String toString() {
        return "********";
    }
}
