package io.holdfast.vrrp;

/// The outcome of [AdvertChecks].
public sealed interface Verdict {

    /// @param sameAddresses whether it lists our addresses; if not it is still listened to (`vrrp.md` 2.2)
    /// @param sameInterval  whether it announces our interval
    /// @param oldChecksum   whether its checksum is that of [OldChecksum]
    /// @param skewSeconds   by how much the clock of its signer is ahead of ours, if that is worth mentioning; else 0
    record Accepted(Advert advert, boolean sameAddresses, boolean sameInterval, boolean oldChecksum, int skewSeconds)
            implements Verdict {}

    record Refused(Refusal reason) implements Verdict {}
}
