package io.holdfast.config.track;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.table.Value;
import io.holdfast.config.text.Word;
import io.holdfast.config.value.Values;
import io.holdfast.track.FileSpec;
import java.util.Optional;

/// `[VALUE] [overwrite]`, in any order.
record InitFilePhrase() implements Phrase<FileSpec.Init> {
    private static final int SENSIBLE = 254;
    private static final Value<Integer> NUMBER = Values.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);

    @Override
    public String expects() {
        return "a number and the word overwrite";
    }

    @Override
    public Optional<FileSpec.Init> read(Clause clause) {
        int value = 0;
        boolean overwrite = false;
        while (clause.hasNext()) {
            if (clause.takes("overwrite")) {
                overwrite = true;
            } else {
                value = number(clause, value);
            }
        }
        return Optional.of(new FileSpec.Init(value, overwrite));
    }

    private static int number(Clause clause, int before) {
        Word word = clause.peek();
        Optional<Integer> value = clause.value(NUMBER, "the word is ignored");
        if (value.isPresent() && Math.abs((long) value.get()) > SENSIBLE) {
            clause.add(Problem.CORRECTED_VALUE, word.place(), value.get() + " is more than a priority can change by")
                    .expecting("a number from -254 to 254").so("it is used all the same").done();
        }
        return value.orElse(before);
    }
}
