package io.holdfast.vrrp;

/// What an instance remembers so that every advertisement counts once: the term is that of RFC 2402 section 3.3.1. The
/// one thing about an advertisement that its bytes and the configuration do not say. Mutable; owned by whoever owns the
/// instance.
public sealed interface SecurityAssociation permits SecurityAssociation.None, AhAssociation, HmacAssociation {
    /// For an instance that starts.
    static SecurityAssociation of(VrrpSpec spec) {
        if (spec.authentication() instanceof Authentication.Ah ah) {
            return new AhAssociation(ah, spec);
        }
        return spec.authentication() instanceof Authentication.Hmac hmac ? new HmacAssociation(hmac, spec)
                : new None();
    }

    /// For the same instance after a reload; what is remembered stays, as far as it still means something.
    SecurityAssociation reconfigured(VrrpSpec changed);

    /// Whether an advertisement that repeats another is no good.
    boolean isSequenced();

    /// Comes before the first advertisement of each mastership.
    void becomesMaster();

    /// The sequence number of our next advertisement.
    ///
    /// @param utcNanos the wall clock, in nanoseconds since 1970
    long next(long utcNanos);

    /// Nothing to remember: no authentication, or a password.
    record None() implements SecurityAssociation {
        @Override
        public SecurityAssociation reconfigured(VrrpSpec changed) {
            return of(changed);
        }

        @Override
        public boolean isSequenced() {
            return false;
        }

        @Override
        public void becomesMaster() {
            // There is no sequence to begin.
        }

        @Override
        public long next(long utcNanos) {
            return 0;
        }
    }
}
