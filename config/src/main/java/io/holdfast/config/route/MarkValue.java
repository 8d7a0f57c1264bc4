package io.holdfast.config.route;

import io.holdfast.config.table.Value;
import io.holdfast.config.value.CLiteral;
import io.holdfast.route.Selectors.Mark;
import java.util.OptionalLong;

/// A firewall mark, all of whose bits count unless a mask says otherwise.
record MarkValue() implements Value<Mark> {
    private static final int ALL = -1;

    @Override
    public String expects() {
        return "a mark like 10 or 0x10/0xff, of 32 bits";
    }

    @Override
    public Outcome<Mark> read(String text) {
        int slash = text.indexOf('/');
        OptionalLong value = CLiteral.parse(slash < 0 ? text : text.substring(0, slash), 32);
        OptionalLong mask = slash < 0 ? OptionalLong.of(ALL) : CLiteral.parse(text.substring(slash + 1), 32);
        return value.isEmpty() || mask.isEmpty() ? Outcome.wrong()
                : Outcome.of(new Mark((int) value.getAsLong(), (int) mask.getAsLong()));
    }
}
