package io.holdfast.vrrp;

/// The two protocol versions in use: 2 (RFC 3768) and 3 (RFC 9568). An instance speaks and accepts exactly one.
public enum VrrpVersion {
    V2(2), V3(3);

    private final int number;

    VrrpVersion(int number) {
        this.number = number;
    }

    /// The number on the wire and in the configuration.
    public int number() {
        return number;
    }
}
