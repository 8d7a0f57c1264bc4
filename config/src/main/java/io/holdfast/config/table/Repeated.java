package io.holdfast.config.table;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Draft.Entry;
import java.util.List;
import java.util.Optional;

/// Keywords of which the first occurrence counts, not the last (8.5).
public final class Repeated {
    private Repeated() {}

    /// The first occurrence; those behind it are reported.
    ///
    /// @param of what the keyword is said of, for the finding
    public static <T> Optional<Entry<T>> first(Draft draft, Keyword<T> keyword, String of, Reporter report) {
        List<Entry<T>> all = draft.all(keyword);
        for (int i = 1; i < all.size(); i++) {
            report.add(Problem.SECOND_SETTING, all.get(i).word().place(), keyword.name() + " of " + of
                    + " is set already").so("the first one counts, this one is left out").done();
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }
}
