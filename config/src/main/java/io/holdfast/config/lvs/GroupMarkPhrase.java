package io.holdfast.config.lvs;

import io.holdfast.base.Family;
import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.value.Choice;
import io.holdfast.lvs.ServerGroupSpec.Entry;
import java.util.List;
import java.util.Optional;

/// `N [inet|inet6]` behind `fwmark`.
record GroupMarkPhrase() implements Phrase<Entry> {
    static final Choice<Family> FAMILY = new Choice<>(List.of("inet", "inet6"), List.of(Family.IPV4, Family.IPV6));

    @Override
    public String expects() {
        return ServicePhrase.MARK.expects() + " and perhaps inet or inet6";
    }

    @Override
    public Optional<Entry> read(Clause clause) {
        Optional<Long> mark = clause.value(ServicePhrase.MARK);
        if (mark.isEmpty()) {
            return Optional.empty();
        }
        if (!clause.hasNext()) {
            return Optional.of(new Entry.Mark(mark.get(), Optional.empty()));
        }
        Optional<Family> family = clause.value(FAMILY);
        return family.isEmpty() ? Optional.empty() : Optional.of(new Entry.Mark(mark.get(), family));
    }
}
