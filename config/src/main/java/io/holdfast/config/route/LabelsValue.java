package io.holdfast.config.route;

import io.holdfast.config.table.Value;
import io.holdfast.config.value.CLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// MPLS labels with slashes between them.
record LabelsValue() implements Value<List<Integer>> {
    private static final int LABEL_BITS = 20; // RFC 3032 section 2.1

    @Override
    public String expects() {
        return "labels like 100 or 100/200, from 0 to 1048575";
    }

    @Override
    public Outcome<List<Integer>> read(String text) {
        List<Integer> labels = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int slash = text.indexOf('/', from);
            int end = slash < 0 ? text.length() : slash;
            OptionalLong label = CLiteral.parse(text.substring(from, end), LABEL_BITS);
            if (label.isEmpty()) {
                return Outcome.wrong();
            }
            labels.add((int) label.getAsLong());
            from = end + 1;
        }
        return Outcome.of(List.copyOf(labels));
    }
}
