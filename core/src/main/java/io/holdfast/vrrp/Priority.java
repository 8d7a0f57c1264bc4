package io.holdfast.vrrp;

/// Priorities with a meaning of their own (RFC 9568 section 5.2.4).
public final class Priority {
    /// The holder of mastership gives it up.
    public static final int RESIGN = 0;
    /// What an instance has when nothing is configured.
    public static final int DEFAULT = 100;
    /// The highest effective priority of a router that does not own the addresses.
    public static final int HIGHEST_BACKUP = 254;
    /// The router owns the addresses.
    public static final int OWNER = 255;

    private Priority() {}
}
