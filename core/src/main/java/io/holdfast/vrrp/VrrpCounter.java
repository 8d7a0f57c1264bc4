package io.holdfast.vrrp;

/// What is counted for each instance. The keys are those of keepalived's JSON dump, in its order; those without a
/// key are ours.
public enum VrrpCounter {
    ADVERTS_RECEIVED("advert_rcvd"),
    ADVERTS_SENT("advert_sent"),
    BECAME_MASTER("become_master"),
    RELEASED_MASTER("release_master"),
    LENGTH_ERRORS("packet_len_err"),
    INTERVAL_ERRORS("advert_interval_err"),
    TTL_ERRORS("ip_ttl_err"),
    INVALID_TYPES("invalid_type_rcvd"),
    ADDRESS_LIST_ERRORS("addr_list_err"),
    INVALID_AUTH_TYPES("invalid_authtype"),
    AUTH_TYPE_MISMATCHES("authtype_mismatch"),
    AUTH_FAILURES("auth_failure"),
    AUTH_EXT_MISSING("auth_ext_missing"),
    AUTH_EXT_MALFORMED("auth_ext_malformed"),
    AUTH_EXT_UNKNOWN_KEY("auth_ext_unknown_key"),
    AUTH_EXT_INVALID_HMAC("auth_ext_invalid_hmac"),
    AUTH_EXT_STALE("auth_ext_stale"),
    AUTH_EXT_REPLAY("auth_ext_replay"),
    PRIORITY_ZERO_RECEIVED("pri_zero_rcvd"),
    PRIORITY_ZERO_SENT("pri_zero_sent"),
    VERSION_ERRORS(""),
    CHECKSUM_ERRORS(""),
    OWNER_IGNORED(""),
    UNKNOWN_SOURCES("");

    private final String jsonKey;

    VrrpCounter(String jsonKey) {
        this.jsonKey = jsonKey;
    }

    /// The key in keepalived's JSON dump; empty where it has none.
    public String jsonKey() {
        return jsonKey;
    }
}
