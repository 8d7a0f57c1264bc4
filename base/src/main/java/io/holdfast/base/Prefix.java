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
        if (slash < 0 || address.isEmpty()) {
            return address.map(Prefix::host);
        }
        String digits = text.substring(slash + 1);
        if (digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int length = Integer.parseInt(digits);
        return length <= address.get().family().bits()
                ? Optional.of(new Prefix(address.get(), length)) : Optional.empty();
    }

    /// @throws IllegalArgumentException if it is neither an address nor a prefix
    public static Prefix literal(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is not a prefix"));
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
