package io.holdfast.base;

/// An address family, with the numbers Linux gives it.
public enum Family {
    IPV4(2, 4), // AF_INET, linux/socket.h
    IPV6(10, 16); // AF_INET6

    private final int number;
    private final int bytes;

    Family(int number, int bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    /// AF_INET or AF_INET6.
    public int number() {
        return number;
    }

    /// The length of an address in bytes: 4 or 16.
    public int bytes() {
        return bytes;
    }

    /// The length of an address in bits: 32 or 128, also the prefix length of a single host.
    public int bits() {
        return bytes * 8;
    }
}
