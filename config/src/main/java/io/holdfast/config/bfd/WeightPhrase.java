package io.holdfast.config.bfd;

import io.holdfast.bfd.BfdWeight;
import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import java.util.Optional;

/// `N [reverse]`.
record WeightPhrase() implements Phrase<BfdWeight> {
    private static final Value<Integer> WEIGHT = Values.lenientInteger(-253, 253);

    @Override
    public String expects() {
        return WEIGHT.expects() + " and perhaps reverse";
    }

    @Override
    public Optional<BfdWeight> read(Clause clause) {
        Optional<Integer> weight = clause.value(WEIGHT);
        return weight.isEmpty() ? Optional.empty()
                : Optional.of(new BfdWeight(weight.get(), clause.takes("reverse")));
    }
}
