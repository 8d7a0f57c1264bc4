package io.holdfast.lvs;

import java.util.Objects;
import java.util.Optional;

/// What checks over TLS show of themselves: the `SSL` block.
///
/// @param ca          file of certificates that are trusted
/// @param certificate file of the client's certificate
/// @param key         file of its key
/// @param passphrase  what the key is locked with
public record TlsSpec(Optional<String> ca, Optional<String> certificate, Optional<String> key,
        Optional<Passphrase> passphrase) {

    /// A text that is never printed.
    public static final class Passphrase {
        private final String text;

        public Passphrase(String text) {
            this.text = text;
        }

        /// To unlock the key with.
        public String text() {
            return text;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Passphrase p && text.equals(p.text);
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(text);
        }

        @Override
        public String toString() {
            return "********";
        }
    }
}
