package io.holdfast.config.lvs;

import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.NamePhrase;
import io.holdfast.config.value.Values;
import io.holdfast.lvs.Endpoint;
import io.holdfast.lvs.Service;
import java.util.Optional;

/// What stands before the brace of `virtual_server`: `IP [PORT]`, `fwmark N` or `group NAME`.
record ServicePhrase() implements Phrase<Service> {
    static final Value<Long> MARK = Values.lenientCount(0, 4_294_967_295L);
    private static final NamePhrase GROUP = new NamePhrase("the name of a group", Integer.MAX_VALUE);
    private static final EndpointPhrase ENDPOINT = new EndpointPhrase();

    @Override
    public String expects() {
        return "an address and perhaps a port, fwmark and a number, or group and a name";
    }

    @Override
    public Optional<Service> read(Clause clause) {
        if (clause.takes("fwmark")) {
            return mark(clause);
        }
        if (clause.takes("group")) {
            return group(clause);
        }
        Optional<Endpoint> endpoint = ENDPOINT.read(clause);
        return endpoint.isEmpty() ? Optional.empty() : Optional.of(new Service.Address(endpoint.get()));
    }

    private static Optional<Service> mark(Clause clause) {
        if (!clause.hasNext()) {
            clause.missing("a number behind fwmark");
            return Optional.empty();
        }
        Optional<Long> mark = clause.value(MARK);
        return mark.isEmpty() ? Optional.empty() : Optional.of(new Service.Mark(mark.get()));
    }

    private static Optional<Service> group(Clause clause) {
        if (!clause.hasNext()) {
            clause.missing("a name behind group");
            return Optional.empty();
        }
        Optional<String> name = clause.value(GROUP);
        return name.isEmpty() ? Optional.empty() : Optional.of(new Service.Group(name.get()));
    }
}
