package io.holdfast.config.route;

import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;

/// The router preference of RFC 4191 section 2.1, by name or as it stands in the message.
record PreferenceValue() implements Value<Integer> {
    @Override
    public String expects() {
        return "low, medium, high or a number from 0 to 255";
    }

    @Override
    public Outcome<Integer> read(String text) {
        return switch (text) {
            case "medium" -> Outcome.of(0);
            case "high" -> Outcome.of(1);
            case "low" -> Outcome.of(3);
            default -> Values.integer(0, 255).read(text);
        };
    }
}
