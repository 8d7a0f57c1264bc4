package io.holdfast.config.vrrp;

import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import java.util.Optional;

/// `[[name] IF] [MAC] [netlink_notify_msg] [group G]`.
record VmacPhrase() implements Phrase<VmacText> {
    private static final MacValue MAC = new MacValue();

    @Override
    public String expects() {
        return "a name, a MAC address, netlink_notify_msg and group with a group";
    }

    @Override
    public Optional<VmacText> read(Clause clause) {
        Optional<String> name = Optional.empty();
        Optional<OwnMac> mac = Optional.empty();
        Optional<String> group = Optional.empty();
        boolean reported = false;
        while (clause.hasNext()) {
            if (clause.takes("netlink_notify_msg")) {
                reported = true;
            } else if (clause.takes("group")) {
                group = LinkWords.group(clause);
            } else if (MacValue.looksLikeOne(clause.peek().text())) {
                mac = clause.value(MAC);
            } else {
                name = LinkWords.name(clause, name);
            }
        }
        return Optional.of(new VmacText(name, mac, reported, group));
    }
}
