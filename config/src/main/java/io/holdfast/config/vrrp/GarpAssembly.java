package io.holdfast.config.vrrp;

import io.holdfast.config.global.GlobalKeywords;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.vrrp.GarpSpec;
import java.time.Duration;

/// When addresses are announced: what the instance says, else what `global_defs` says, else keepalived's defaults.
final class GarpAssembly {
    private final Reporter report;
    private final GarpSpec defaults;

    GarpAssembly(Draft global, Reporter report) {
        this.report = report;
        boolean least = global.value(GlobalKeywords.MIN_GARP, false);
        Duration delay = global.value(GlobalKeywords.GARP_MASTER_DELAY,
                least ? Duration.ZERO : GarpSpec.DEFAULT.delay());
        int repeat = global.value(GlobalKeywords.GARP_MASTER_REPEAT, least ? 1 : GarpSpec.DEFAULT.repeat());
        defaults = new GarpSpec(repeat, delay, global.value(GlobalKeywords.GARP_MASTER_REFRESH, Duration.ZERO),
                global.value(GlobalKeywords.GARP_MASTER_REFRESH_REPEAT, 1),
                global.value(GlobalKeywords.GARP_LOWER_PRIO_REPEAT, repeat),
                global.value(GlobalKeywords.GARP_LOWER_PRIO_DELAY, delay));
    }

    /// In strict mode a lower priority is not answered by announcements.
    GarpSpec spec(Draft draft, boolean strict) {
        if (strict && draft.value(InstanceKeywords.GARP_LOWER_PRIO_REPEAT, 0) != 0) {
            overridden(draft, InstanceKeywords.GARP_LOWER_PRIO_REPEAT);
        }
        if (strict && !draft.value(InstanceKeywords.GARP_LOWER_PRIO_DELAY, Duration.ZERO).isZero()) {
            overridden(draft, InstanceKeywords.GARP_LOWER_PRIO_DELAY);
        }
        return new GarpSpec(draft.value(InstanceKeywords.GARP_MASTER_REPEAT, defaults.repeat()),
                draft.value(InstanceKeywords.GARP_MASTER_DELAY, defaults.delay()),
                draft.value(InstanceKeywords.GARP_MASTER_REFRESH, defaults.refresh()),
                draft.value(InstanceKeywords.GARP_MASTER_REFRESH_REPEAT, defaults.refreshRepeat()),
                strict ? 0 : draft.value(InstanceKeywords.GARP_LOWER_PRIO_REPEAT, defaults.lowerPrioRepeat()),
                strict ? Duration.ZERO
                        : draft.value(InstanceKeywords.GARP_LOWER_PRIO_DELAY, defaults.lowerPrioDelay()));
    }

    private <T> void overridden(Draft draft, Keyword<T> keyword) {
        StrictMode.overrides(draft, keyword, "a lower priority is not answered by announcements", report);
    }
}
