package io.holdfast.config.lvs;

import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.lvs.ServerGroupSpec.Entry;
import java.util.Optional;

/// A line of `virtual_server_group`: addresses and perhaps a port.
record GroupAddressPhrase() implements Phrase<Entry> {
    private static final AddressRangeValue RANGE = new AddressRangeValue();

    @Override
    public String expects() {
        return RANGE.expects() + " and perhaps a port";
    }

    @Override
    public Optional<Entry> read(Clause clause) {
        Optional<AddressRange> range = clause.value(RANGE);
        if (range.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> port = clause.hasNext() ? clause.value(EndpointPhrase.PORT) : Optional.of(0);
        return port.isEmpty() ? Optional.empty()
                : Optional.of(new Entry.Addresses(range.get().first(), range.get().last(), port.get()));
    }
}
