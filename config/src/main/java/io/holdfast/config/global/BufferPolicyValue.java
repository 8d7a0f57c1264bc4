package io.holdfast.config.global;

import io.holdfast.config.table.Value;
import java.util.Locale;

/// A word of `vrrp_rx_bufs_policy`.
///
/// @param bytes how a number is read
record BufferPolicyValue(Value<Integer> bytes) implements Value<BufferPolicy> {
    @Override
    public String expects() {
        return "MTU, ADVERT or a number of bytes";
    }

    @Override
    public Outcome<BufferPolicy> read(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "MTU" -> Outcome.of(new BufferPolicy(BufferPolicy.Kind.MTU, 0));
            case "ADVERT" -> Outcome.of(new BufferPolicy(BufferPolicy.Kind.ADVERT, 0));
            default -> {
                Outcome<Integer> number = bytes.read(text);
                yield number.value().isEmpty() ? Outcome.wrong()
                        : Outcome.of(new BufferPolicy(BufferPolicy.Kind.BYTES, number.value().get()));
            }
        };
    }
}
