package io.holdfast.checkers;

import io.holdfast.config.lvs.CheckContext;
import io.holdfast.config.lvs.CheckKind;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Choice;
import io.holdfast.config.value.NamePhrase;
import io.holdfast.config.value.Values;
import io.holdfast.health.CheckSpec;
import java.util.List;
import java.util.Optional;

/// `FILE_CHECK` (2.10): the number in a tracked file decides.
///
/// @param file   name of a `track_file`
/// @param weight by how much the number counts; empty for what the file says
public record FileCheck(String file, Optional<Weight> weight) implements CheckSpec {
    private static final String KEYWORD = "FILE_CHECK";
    private static final Block BLOCK = Block.plain(KEYWORD);
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);
    private static final Keyword<String> TRACK_FILE = NOT_YET.value("track_file",
            new NamePhrase("the name of a track_file", Integer.MAX_VALUE), "Which tracked file decides.");
    private static final Keyword<Weight> WEIGHT = NOT_YET.laxPhrase("weight", new WeightPhrase(),
            "By how much its number counts.");

    /// @param factor  what the number is multiplied with; 0 makes a failure of any number but 0
    /// @param reverse whether the sign changes; empty for what the file says
    public record Weight(int factor, Optional<Boolean> reverse) {}

    @Override
    public String kind() {
        return KEYWORD;
    }

    /// The number is known at once.
    @Override
    public boolean alpha() {
        return false;
    }

    static final class Kind extends CheckKind {
        Kind() {
            super(KEYWORD, "A tracked file has a number that is no failure.");
        }

        @Override
        public Block block() {
            return BLOCK;
        }

        @Override
        public List<CheckSpec> checks(Draft draft, CheckContext context) {
            Optional<Entry<String>> file = draft.last(TRACK_FILE);
            if (file.isEmpty()) {
                context.leaveOut(draft, "track_file");
                return List.of();
            }
            String name = file.get().value();
            if (!context.references().hasTrackFile(name, file.get().place())) {
                context.leaveOut(draft, file.get().place(), "there is no track_file " + name + " above");
                return List.of();
            }
            return List.of(new FileCheck(name, draft.value(WEIGHT)));
        }
    }

    private record WeightPhrase() implements Phrase<Weight> {
        private static final Value<Integer> FACTOR = Values.lenientInteger(-Integer.MAX_VALUE, Integer.MAX_VALUE);
        private static final Choice<Boolean> REVERSE = new Choice<>(List.of("reverse", "noreverse"),
                List.of(true, false));

        @Override
        public String expects() {
            return FACTOR.expects() + " and perhaps reverse or noreverse";
        }

        @Override
        public Optional<Weight> read(Clause clause) {
            Optional<Integer> factor = clause.value(FACTOR);
            if (factor.isEmpty() || !clause.hasNext()) {
                return factor.isEmpty() ? Optional.empty() : Optional.of(new Weight(factor.get(), Optional.empty()));
            }
            Optional<Boolean> reverse = clause.value(REVERSE);
            return reverse.isEmpty() ? Optional.empty() : Optional.of(new Weight(factor.get(), reverse));
        }
    }
}
