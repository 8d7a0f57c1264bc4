package io.holdfast.config.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.config.table.Value;
import java.util.Optional;

/// An IPv4 address, `+` or `-`.
record BroadcastValue() implements Value<Broadcast> {
    @Override
    public String expects() {
        return "an IPv4 address, + or -";
    }

    @Override
    public Outcome<Broadcast> read(String text) {
        if (text.equals("+") || text.equals("-")) {
            return Outcome.of(new Broadcast.Computed(text.equals("+")));
        }
        Optional<IpAddress> address = IpAddress.parse(text);
        return address.isPresent() && address.get().isV4() ? Outcome.of(new Broadcast.Given(address.get()))
                : Outcome.wrong();
    }
}
