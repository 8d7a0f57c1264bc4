package io.holdfast.config.route;

import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import io.holdfast.route.Selectors.Range;
import java.util.Optional;

/// Two numbers with a dash between them. keepalived refuses a single number (11.3).
///
/// @param most the greatest either may be
record RangeValue(long most) implements Value<Range> {
    @Override
    public String expects() {
        return "a range like 10-20, of numbers from 0 to " + most;
    }

    @Override
    public Outcome<Range> read(String text) {
        int dash = text.indexOf('-');
        if (dash <= 0 || dash == text.length() - 1) {
            return Outcome.wrong();
        }
        Optional<Long> first = Values.count(0, most).read(text.substring(0, dash)).value();
        Optional<Long> last = Values.count(0, most).read(text.substring(dash + 1)).value();
        return first.isEmpty() || last.isEmpty() ? Outcome.wrong()
                : Outcome.of(new Range(first.get(), last.get()));
    }
}
