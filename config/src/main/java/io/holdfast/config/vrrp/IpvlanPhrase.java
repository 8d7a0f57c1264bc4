package io.holdfast.config.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.value.Values;
import io.holdfast.vrrp.IpvlanSpec;
import io.holdfast.vrrp.IpvlanSpec.Mode;
import java.util.Optional;

/// `[[name] IF] [IP[/len]] [bridge|private|vepa] [group G]`.
record IpvlanPhrase() implements Phrase<IpvlanSpec> {
    static final IpvlanSpec GENERATED = new IpvlanSpec(Optional.empty(), Optional.empty(), Mode.BRIDGE,
            Optional.empty());

    @Override
    public String expects() {
        return "a name, an address, one of bridge, private and vepa, and group with a group";
    }

    @Override
    public Optional<IpvlanSpec> read(Clause clause) {
        Optional<String> name = Optional.empty();
        Optional<Prefix> address = Optional.empty();
        Optional<String> group = Optional.empty();
        Mode mode = Mode.BRIDGE;
        while (clause.hasNext()) {
            String word = clause.peek().text();
            if (clause.takes("bridge")) {
                mode = Mode.BRIDGE;
            } else if (clause.takes("private")) {
                mode = Mode.PRIVATE;
            } else if (clause.takes("vepa")) {
                mode = Mode.VEPA;
            } else if (clause.takes("group")) {
                group = LinkWords.group(clause);
            } else if (isAddress(word)) {
                address = clause.value(Values.PREFIX);
            } else {
                name = LinkWords.name(clause, name);
            }
        }
        return Optional.of(new IpvlanSpec(name, address, mode, group));
    }

    private static boolean isAddress(String word) {
        int slash = word.indexOf('/');
        return IpAddress.parse(slash < 0 ? word : word.substring(0, slash)).isPresent();
    }
}
