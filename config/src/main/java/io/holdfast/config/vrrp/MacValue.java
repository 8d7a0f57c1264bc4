package io.holdfast.config.vrrp;

import io.holdfast.config.table.Value;

/// The MAC address of a macvlan: of a single station, and not from the range that generated ones are from.
record MacValue() implements Value<OwnMac> {
    private static final int MULTICAST = 1; // IEEE 802, the lowest bit of the first octet
    private static final long VRRP_RANGE = 0x00005e0001L; // RFC 9568 section 7.3; 0002 is for IPv6

    /// Whether it is meant for an address rather than for a name.
    static boolean looksLikeOne(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && colon <= 2 && text.indexOf(':', colon + 1) > 0;
    }

    @Override
    public String expects() {
        return "a MAC address of five or six octets like 02:00:00:00:01, neither multicast nor 00:00:5e:00:0x";
    }

    @Override
    public Outcome<OwnMac> read(String text) {
        long bits = 0;
        int octets = 0;
        for (String octet : text.split(":", -1)) {
            int value = octet(octet);
            if (value < 0 || octets == 6) {
                return Outcome.wrong();
            }
            bits = bits << 8 | value;
            octets++;
        }
        return octets < 5 || isReserved(octets == 6 ? bits >>> 8 : bits) ? Outcome.wrong()
                : Outcome.of(new OwnMac(bits, octets));
    }

    private static int octet(String text) {
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 16);
            value = digit < 0 || i == 2 ? Integer.MIN_VALUE : value << 4 | digit;
        }
        return text.isEmpty() ? -1 : value;
    }

    private static boolean isReserved(long firstFive) {
        return (firstFive >>> 32 & MULTICAST) != 0 || firstFive == VRRP_RANGE || firstFive == VRRP_RANGE + 1;
    }
}
