package io.holdfast.base;

import java.util.Optional;

/// An address with a prefix length: `10.0.0.1/24`. The host bits are kept, as an interface address has them.
///
/// @param address the address
/// @param length  0 to 32 or 128, by family
public record Prefix(IpAddress address, int length) {

    public Prefix {
        if (length < 0 || length > address.family().bits()) {
            throw new IllegalArgumentException("/" + length + " does not fit " + address);
        }
    }

    /// The address alone: /32 or /128.
    public static Prefix host(IpAddress address) {
        return new Prefix(address, address.family().bits());
    }

    /// Reads `IP` (a host) or `IP/LEN`.
    public static Optional<Prefix> parse(String text) {
        int slash = text.indexOf('/');
        Optional<IpAddress> address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        if (slash < 0) {
            return Optional.of(host(address.get()));
        }
        String digits = text.substring(slash + 1);
        int length = length(digits);
        return length >= 0 && length <= address.get().family().bits()
                ? Optional.of(new Prefix(address.get(), length)) : Optional.empty();
    }

    /// @return -1 unless it is one to three digits
    private static int length(String digits) {
        int length = digits.isEmpty() || digits.length() > 3 ? -1 : 0;
        for (int i = 0; i < digits.length() && length >= 0; i++) {
            char c = digits.charAt(i);
            length = c >= '0' && c <= '9' ? length * 10 + (c - '0') : -1;
        }
        return length;
    }

    /// @throws IllegalArgumentException if it is neither an address nor a prefix
    public static Prefix literal(String text) {
        Optional<Prefix> prefix = parse(text);
        if (prefix.isEmpty()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a prefix");
        }
        return prefix.get();
    }

    public Family family() {
        return address.family();
    }

    public boolean isHost() {
        return length == family().bits();
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }
}
