package io.holdfast.config.value;

import io.holdfast.base.IpAddress;
import java.util.Optional;

/// What people write for an address: masks, host names, numbers beyond 255.
final class AddressSlips {
    private static final int OCTETS = 4;
    private static final int MOST = 255;

    private AddressSlips() {}

    /// What to write instead; empty if nothing comes to mind.
    ///
    /// @param prefixes whether a prefix length may follow the address
    static String hint(String text, boolean prefixes) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return addressHint(text);
        }
        return prefixes ? prefixHint(text, slash) : "write the address alone, without " + text.substring(slash);
    }

    /// What to do with a word behind an address that should be a part of it; empty if it should not.
    static String hintBehind(String text) {
        if (text.equals("netmask") || text.equals("mask")) {
            return "write the mask as a prefix length directly behind the address, as in 192.0.2.1/24";
        }
        int mask = maskLength(text);
        return mask > 0 ? "write the mask as /" + mask + " directly behind the address"
                : text.startsWith("/") ? "write it directly behind the address, without a blank" : "";
    }

    private static String prefixHint(String text, int slash) {
        String address = text.substring(0, slash);
        Optional<IpAddress> parsed = IpAddress.parse(address);
        if (parsed.isEmpty()) {
            return addressHint(address);
        }
        int mask = maskLength(text.substring(slash + 1));
        return mask >= 0 ? "write the mask as a prefix length: " + address + "/" + mask
                : "the prefix length behind the / goes from 0 to " + (parsed.get().isV4() ? 32 : 128);
    }

    private static String addressHint(String text) {
        int percent = text.indexOf('%');
        if (percent > 0) {
            return "write the interface as dev " + text.substring(percent + 1) + " behind the address, without %";
        }
        String[] octets = text.split("\\.", -1);
        if (!consistsOf(text, "0123456789.,")) {
            boolean name = text.indexOf(':') < 0 && !text.isEmpty();
            return name ? "write an address in numbers; host names are not looked up" : "";
        }
        if (text.indexOf(',') >= 0) {
            return "write . instead of ,";
        }
        if (octets.length != OCTETS) {
            return "an IPv4 address has four numbers, and this has " + octets.length;
        }
        for (String octet : octets) {
            if (octet.isEmpty() || octet.length() > 3 || Integer.parseInt(octet) > MOST) {
                return "each number of an IPv4 address goes from 0 to 255, and one is " + octet;
            }
        }
        return "";
    }

    private static boolean consistsOf(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /// The prefix length that an IPv4 mask stands for, or -1 if it is none.
    private static int maskLength(String text) {
        Optional<IpAddress> mask = text.indexOf(':') < 0 ? IpAddress.parse(text) : Optional.empty();
        if (mask.isEmpty()) {
            return -1;
        }
        int bits = 0;
        for (String octet : text.split("\\.", -1)) {
            bits = (bits << 8) | Integer.parseInt(octet);
        }
        int length = Integer.numberOfLeadingZeros(~bits);
        boolean contiguous = length == Integer.SIZE || (bits << length) == 0;
        return length > 0 && contiguous ? length : -1;
    }
}
