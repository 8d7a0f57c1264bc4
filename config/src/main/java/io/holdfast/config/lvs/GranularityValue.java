package io.holdfast.config.lvs;

import io.holdfast.base.IpAddress;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import io.holdfast.lvs.Granularity;
import java.util.Optional;

/// A mask like `255.255.255.0` for IPv4, a prefix length for IPv6.
record GranularityValue() implements Value<Granularity> {
    private static final Value<Integer> LENGTH = Values.integer(1, 128);

    @Override
    public String expects() {
        return "a mask like 255.255.255.0 or, for IPv6, a prefix length from 1 to 128";
    }

    @Override
    public Outcome<Granularity> read(String text) {
        if (text.indexOf('.') >= 0) {
            Optional<IpAddress> mask = IpAddress.parse(text);
            return mask.isPresent() && mask.get().isV4() ? Outcome.of(new Granularity.Mask(mask.get()))
                    : Outcome.wrong();
        }
        Optional<Integer> length = LENGTH.read(text).value();
        return length.isEmpty() ? Outcome.wrong() : Outcome.of(new Granularity.PrefixLength(length.get()));
    }
}
