package io.holdfast.vrrp;

/// The outcome of [AdvertChecks].
public sealed interface Verdict {

    /// @param sameAddresses whether it lists our addresses; if not it is still listened to (`vrrp.md` 2.2)
    /// @param sameInterval  whether it announces our interval
    /// @param oldChecksum   whether its checksum is that of [OldChecksum]
    record Accepted(Advert advert, boolean sameAddresses, boolean sameInterval, boolean oldChecksum)
            implements Verdict {}

    record Refused(Refusal reason) implements Verdict {}
}
