package io.holdfast.config.route;

import io.holdfast.config.table.Value;
import java.util.Optional;

/// One realm, or two with a slash between them.
record RealmsValue() implements Value<RealmNames> {
    @Override
    public String expects() {
        return "a realm or two like 5/7, by name or number";
    }

    @Override
    public Outcome<RealmNames> read(String text) {
        int slash = text.indexOf('/');
        String destination = text.substring(slash + 1);
        if (destination.isEmpty() || destination.indexOf('/') >= 0 || slash == 0) {
            return Outcome.wrong();
        }
        Optional<Name> source = slash < 0 ? Optional.empty() : Optional.of(new Name(text.substring(0, slash)));
        return Outcome.of(new RealmNames(source, new Name(destination)));
    }
}
