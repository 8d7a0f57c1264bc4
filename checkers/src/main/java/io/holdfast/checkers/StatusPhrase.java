package io.holdfast.checkers;

import io.holdfast.checkers.HttpUrl.StatusRange;
import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Status codes, each `N` or `A-B`.
record StatusPhrase() implements Phrase<List<StatusRange>> {
    private static final Value<StatusRange> RANGE = new Range();

    @Override
    public String expects() {
        return RANGE.expects();
    }

    @Override
    public Optional<List<StatusRange>> read(Clause clause) {
        List<StatusRange> ranges = new ArrayList<>();
        while (clause.hasNext()) {
            Optional<StatusRange> range = clause.value(RANGE);
            if (range.isEmpty()) {
                return Optional.empty();
            }
            ranges.add(range.get());
        }
        return Optional.of(List.copyOf(ranges));
    }

    private record Range() implements Value<StatusRange> {
        private static final Value<Integer> CODE = Values.integer(100, 599);

        @Override
        public String expects() {
            return "a status code from 100 to 599, or two like 200-299";
        }

        @Override
        public Outcome<StatusRange> read(String text) {
            int dash = text.indexOf('-');
            Optional<Integer> first = CODE.read(dash < 0 ? text : text.substring(0, dash)).value();
            Optional<Integer> last = dash < 0 ? first : CODE.read(text.substring(dash + 1)).value();
            return first.isPresent() && last.isPresent() && first.get() <= last.get()
                    ? Outcome.of(new StatusRange(first.get(), last.get())) : Outcome.wrong();
        }
    }
}
