package io.holdfast.vrrp;

/// Why a packet is not listened to: what is counted, and what the operator is told.
public enum Refusal {
    LENGTH(VrrpCounter.LENGTH_ERRORS, "its length does not fit its contents"),
    AUTH_HEADER(VrrpCounter.AUTH_TYPE_MISMATCHES, "it has an Authentication Header and should not, or the reverse"),
    TTL(VrrpCounter.TTL_ERRORS, "its TTL is not 255, so it may come from another network"),
    VERSION(VrrpCounter.VERSION_ERRORS, "it is of another VRRP version"),
    HMAC_MISSING(VrrpCounter.AUTH_EXT_MISSING, "it is not signed"),
    HMAC_SOURCE(VrrpCounter.UNKNOWN_SOURCES, "its sender, who signed it, is not among the unicast peers"),
    HMAC_MALFORMED(VrrpCounter.AUTH_EXT_MALFORMED, "its signature is of no known form"),
    HMAC_STALE(VrrpCounter.AUTH_EXT_STALE, "it was signed at a time too far from that of our clock"),
    HMAC_KEY(VrrpCounter.AUTH_EXT_UNKNOWN_KEY, "it is signed with a key of unknown id"),
    HMAC_TAG(VrrpCounter.AUTH_EXT_INVALID_HMAC, "its signature is wrong"),
    HMAC_REPLAY(VrrpCounter.AUTH_EXT_REPLAY, "it repeats one that was heard before, or comes after a later one"),
    AUTH_TYPE_INVALID(VrrpCounter.INVALID_AUTH_TYPES, "its authentication type is unknown"),
    AUTH_TYPE(VrrpCounter.AUTH_TYPE_MISMATCHES, "its authentication type is not the configured one"),
    PASSWORD(VrrpCounter.AUTH_FAILURES, "its password is wrong"),
    AH_CONTENT(VrrpCounter.AUTH_FAILURES, "its Authentication Header is not followed by VRRP"),
    AH_ICV(VrrpCounter.AUTH_FAILURES, "its Authentication Header was made with another password, or for other bytes"),
    AH_SPI(VrrpCounter.AUTH_FAILURES, "its Authentication Header was made by another sender"),
    AH_REPLAY(VrrpCounter.AUTH_FAILURES, "it repeats one that was heard before, or comes after a later one"),
    INTERVAL(VrrpCounter.INTERVAL_ERRORS, "its advertisement interval is not the configured one"),
    TYPE(VrrpCounter.INVALID_TYPES, "it is no advertisement"),
    ZERO_INTERVAL(VrrpCounter.INTERVAL_ERRORS, "its advertisement interval is 0"),
    CHECKSUM(VrrpCounter.CHECKSUM_ERRORS, "its checksum is wrong"),
    DESTINATION(VrrpCounter.ADDRESS_LIST_ERRORS, "it was sent by multicast and we use unicast, or the reverse"),
    OWNER(VrrpCounter.OWNER_IGNORED, "we own the addresses and owner_ignore_adverts is set"),
    SOURCE(VrrpCounter.UNKNOWN_SOURCES, "its sender is not among the unicast peers"),
    PEER_TTL(VrrpCounter.TTL_ERRORS, "its TTL is outside the range of that peer");

    private final VrrpCounter counter;
    private final String text;

    Refusal(VrrpCounter counter, String text) {
        this.counter = counter;
        this.text = text;
    }

    /// Whether the packet is counted as received all the same (`vrrp.md` 2.2).
    public boolean isReceived() {
        return this == SOURCE || this == PEER_TTL;
    }

    public VrrpCounter counter() {
        return counter;
    }

    /// The reason, to follow "refused, because".
    public String text() {
        return text;
    }
}
