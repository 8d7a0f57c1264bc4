package io.holdfast.config.lvs;

import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import io.holdfast.config.table.Value;
import java.util.Optional;

/// The addresses of a line of `virtual_server_group` (10): `A`, `A-n`, `A-B` or `A/len`.
record AddressRangeValue() implements Value<AddressRange> {
    private static final long BYTE = 0xff;
    private static final long GROUP = 0xffff;
    private static final int HEX = 16;
    private static final int DECIMAL = 10;

    @Override
    public String expects() {
        return "an address, a range like 192.0.2.1-9 with an end above its start, or a network like 192.0.2.0/24"
                + " without host bits";
    }

    @Override
    public Outcome<AddressRange> read(String text) {
        int dash = text.indexOf('-');
        if (dash >= 0) {
            return range(text.substring(0, dash), text.substring(dash + 1));
        }
        if (text.indexOf('/') >= 0) {
            return network(Prefix.parse(text));
        }
        Optional<IpAddress> address = IpAddress.parse(text);
        return address.isEmpty() ? Outcome.wrong() : Outcome.of(new AddressRange(address.get(), address.get()));
    }

    private static Outcome<AddressRange> range(String from, String to) {
        Optional<IpAddress> first = IpAddress.parse(from);
        if (first.isEmpty()) {
            return Outcome.wrong();
        }
        boolean whole = to.indexOf('.') >= 0 || to.indexOf(':') >= 0;
        Optional<IpAddress> last = whole ? IpAddress.parse(to) : lastPart(first.get(), to);
        boolean fits = last.isPresent() && last.get().family() == first.get().family()
                && last.get().compareTo(first.get()) >= (whole ? 0 : 1);
        return fits ? Outcome.of(new AddressRange(first.get(), last.get())) : Outcome.wrong();
    }

    /// The first address with another last byte (IPv4, decimal) or last group (IPv6, hexadecimal).
    private static Optional<IpAddress> lastPart(IpAddress first, String text) {
        long mask = first.isV4() ? BYTE : GROUP;
        int base = first.isV4() ? DECIMAL : HEX;
        long part = text.isEmpty() ? -1 : 0;
        for (int i = 0; i < text.length() && part >= 0; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), base) : -1;
            part = digit < 0 || part > mask ? -1 : part * base + digit;
        }
        return part < 0 || part > mask ? Optional.empty()
                : Optional.of(new IpAddress(first.family(), first.high(), (first.low() & ~mask) | part));
    }

    private static Outcome<AddressRange> network(Optional<Prefix> prefix) {
        if (prefix.isEmpty() || prefix.get().length() == 0) {
            return Outcome.wrong();
        }
        IpAddress first = prefix.get().address();
        int hostBits = first.family().bits() - prefix.get().length();
        long low = ones(Math.min(hostBits, Long.SIZE));
        long high = ones(Math.max(0, hostBits - Long.SIZE));
        if ((first.low() & low) != 0 || (first.high() & high) != 0) {
            return Outcome.wrong();
        }
        return Outcome.of(new AddressRange(first,
                new IpAddress(first.family(), first.high() | high, first.low() | low)));
    }

    private static long ones(int bits) {
        return bits == Long.SIZE ? -1 : (1L << bits) - 1;
    }
}
