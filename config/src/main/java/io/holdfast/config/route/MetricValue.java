package io.holdfast.config.route;

import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import io.holdfast.route.Metric;

/// A metric that is a plain number.
///
/// @param most the greatest it may be
record MetricValue(Metric.Name name, long most) implements Value<Metric> {
    @Override
    public String expects() {
        return Values.count(0, most).expects();
    }

    @Override
    public Outcome<Metric> read(String text) {
        Outcome<Long> number = Values.count(0, most).read(text);
        return number.value().isEmpty() ? Outcome.wrong()
                : Outcome.of(new Metric(name, number.value().get(), false));
    }
}
