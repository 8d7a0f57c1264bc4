package io.holdfast.config.bfd;

import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import io.holdfast.track.Weight;
import java.util.Optional;

/// `N [reverse]`.
record WeightPhrase() implements Phrase<Weight> {
    private static final Value<Integer> WEIGHT = Values.lenientInteger(-253, 253);

    @Override
    public String expects() {
        return WEIGHT.expects() + " and perhaps reverse";
    }

    @Override
    public Optional<Weight> read(Clause clause) {
        Optional<Integer> weight = clause.value(WEIGHT);
        return weight.isEmpty() ? Optional.empty()
                : Optional.of(new Weight(weight.get(), clause.takes("reverse")));
    }
}
