package io.holdfast.config.vrrp;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.global.GlobalKeywords;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import java.util.Optional;

/// Strict mode, which takes the RFC at its word.
final class StrictMode {
    private StrictMode() {}

    static boolean isOn(Draft draft, Draft global) {
        return draft.value(InstanceKeywords.STRICT_MODE, global.value(GlobalKeywords.STRICT, false));
    }

    /// Reports that it overrides what an instance says; a global setting is overridden in silence.
    static <T> void overrides(Draft draft, Keyword<T> keyword, String message, Reporter report) {
        Optional<Entry<T>> entry = draft.last(keyword);
        if (entry.isPresent()) {
            report.add(Problem.STRICT_CORRECTION, entry.get().word().place(), "in strict mode, " + message)
                    .so(keyword.name() + " of " + InstanceAssembly.nameOf(draft) + " is overridden").done();
        }
    }
}
