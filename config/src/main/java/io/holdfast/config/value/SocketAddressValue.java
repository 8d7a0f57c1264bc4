package io.holdfast.config.value;

import io.holdfast.base.IpAddress;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Value;
import java.util.Optional;

/// The address of a server or of a socket (10). keepalived drops what stands behind `-` or `/` without a word.
record SocketAddressValue() implements Value<IpAddress> {
    @Override
    public String expects() {
        return "an IP address";
    }

    @Override
    public String hint(String text) {
        return AddressSlips.hint(text, false);
    }

    @Override
    public Outcome<IpAddress> read(String text) {
        int dash = text.indexOf('-');
        int cut = dash >= 0 ? dash : text.indexOf('/');
        if (cut < 0) {
            return new Outcome<>(IpAddress.parse(text), "");
        }
        Optional<IpAddress> address = IpAddress.parse(text.substring(0, cut));
        // A colon anywhere, even behind the cut, makes the text IPv6.
        if (address.isEmpty() || (address.get().isV4() && text.indexOf(':') >= 0)) {
            return Outcome.wrong();
        }
        return Outcome.noted(address.get(),
                "\"" + Shown.text(text.substring(cut)) + "\" is ignored, " + address.get() + " is used");
    }
}
