package io.holdfast.config.track;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.track.WeightValue.Beyond;
import io.holdfast.config.value.Values;
import java.util.Optional;

/// The lines of a list of what is tracked, `NAME [weight N [reverse|noreverse]]`, the same for each kind of tracker
/// but for the bounds of the weight.
final class TrackedKeywords {
    private static final int ALL = Integer.MAX_VALUE;

    static final TrackedKeywords INTERFACE = new TrackedKeywords("track_interface", 1, 253, Beyond.REDUCED);
    static final TrackedKeywords SCRIPT = new TrackedKeywords("track_script", 1, 253, Beyond.REDUCED);
    static final TrackedKeywords FILE = new TrackedKeywords("track_file", ALL, 254, Beyond.REFUSED);
    static final TrackedKeywords PROCESS = new TrackedKeywords("track_process", 1, 254, Beyond.REFUSED);
    static final TrackedKeywords BFD = new TrackedKeywords("track_bfd", 1, 253, Beyond.REFUSED);

    private final Block block;
    final Keyword<String> name;
    final Keyword<Integer> weight;
    final Keyword<Boolean> reverse;
    /// Interfaces have no weight of their own to undo.
    final Optional<Keyword<Boolean>> noreverse;

    private TrackedKeywords(String list, int strictUpTo, int most, Beyond beyond) {
        block = Block.strictEntry(list, strictUpTo);
        Rows does = block.rows(Effect.EFFECTIVE);
        boolean named = !list.equals("track_interface");
        name = does.lead(named ? Values.TEXT : Values.INTERFACE, "What is tracked.");
        weight = does.lax("weight", new WeightValue(most, beyond),
                "What is added to the priority, instead of what the tracker itself says.");
        reverse = does.flag("reverse", "The other way round.");
        noreverse = !named ? Optional.empty()
                : Optional.of(does.flag("noreverse", "Not the other way round, whatever the tracker itself says."));
    }

    Block block() {
        return block;
    }
}
