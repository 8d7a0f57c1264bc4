package io.holdfast.config.track;

import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.track.Weight;
import java.util.Optional;

/// `N [reverse]`.
///
/// @param number how the number is read
record WeightPhrase(WeightValue number) implements Phrase<Weight> {
    @Override
    public String expects() {
        return number.expects() + ", and perhaps reverse";
    }

    @Override
    public Optional<Weight> read(Clause clause) {
        Optional<Integer> amount = clause.value(number);
        boolean reverse = clause.takes("reverse");
        clause.ignoreRest("the word reverse");
        return amount.isEmpty() ? Optional.empty() : Optional.of(new Weight(amount.get(), reverse));
    }
}
