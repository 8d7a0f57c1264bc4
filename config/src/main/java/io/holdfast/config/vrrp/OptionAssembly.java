package io.holdfast.config.vrrp;

import static io.holdfast.config.vrrp.InstanceKeywords.OWNER_IGNORE_ADVERTS;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.global.GlobalKeywords;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.vrrp.VrrpOptions;
import io.holdfast.vrrp.VrrpVersion;
import java.util.Optional;

/// Makes [VrrpOptions] of the switches of an instance.
final class OptionAssembly {
    private final Draft global;
    private final PreemptRules preemption;
    private final Reporter report;

    OptionAssembly(Draft global, PreemptRules preemption, Reporter report) {
        this.global = global;
        this.preemption = preemption;
        this.report = report;
    }

    VrrpOptions options(Draft draft, Switches switches) {
        boolean strict = switches.strict();
        boolean silent = draft.value(InstanceKeywords.LOWER_PRIO_NO_ADVERT,
                global.value(GlobalKeywords.LOWER_PRIO_NO_ADVERT, strict));
        boolean parting = draft.value(InstanceKeywords.HIGHER_PRIO_SEND_ADVERT,
                global.value(GlobalKeywords.HIGHER_PRIO_SEND_ADVERT, false));
        if (strict && !silent) {
            StrictMode.overrides(draft, InstanceKeywords.LOWER_PRIO_NO_ADVERT,
                    "advertisements of lower priority are not answered", report);
        }
        if (strict && parting) {
            StrictMode.overrides(draft, InstanceKeywords.HIGHER_PRIO_SEND_ADVERT, "nothing is sent before yielding",
                    report);
        }
        return new VrrpOptions(
                draft.value(InstanceKeywords.SKIP_CHECK_ADV_ADDR,
                        global.value(GlobalKeywords.SKIP_CHECK_ADV_ADDR, false)),
                silent || strict, parting && !strict, ownerIgnores(draft, switches),
                draft.has(InstanceKeywords.DONT_TRACK_PRIMARY),
                draft.value(InstanceKeywords.V3_CHECKSUM_AS_V2, global.has(GlobalKeywords.V3_CHECKSUM_AS_V2)),
                preemption.timerExpiredBackup(draft, switches));
    }

    /// RFC 9568 section 6.1, Accept_Mode, which strict mode takes at its word.
    void acceptance(Draft draft, Switches switches) {
        if (!switches.strict() || switches.owner()) {
            return;
        }
        Optional<Entry<Boolean>> accept = draft.last(InstanceKeywords.ACCEPT);
        if (accept.isPresent() && switches.version() == VrrpVersion.V2) {
            StrictMode.overrides(draft, InstanceKeywords.ACCEPT, "VRRP version 2 knows no accept mode", report);
        } else if (accept.isEmpty()) {
            report.add(Problem.NO_EFFECT_YET, draft.header().place(),
                    "in strict mode, " + InstanceAssembly.nameOf(draft)
                            + " should drop traffic to its addresses, which it does not yet")
                    .so("traffic to the addresses is accepted").done();
        }
    }

    private boolean ownerIgnores(Draft draft, Switches switches) {
        Optional<Entry<Boolean>> own = draft.last(OWNER_IGNORE_ADVERTS);
        boolean ignores = own.isPresent() ? own.get().value()
                : global.value(GlobalKeywords.OWNER_IGNORE_ADVERTS, switches.strict());
        if (own.isPresent() && ignores && !switches.owner()) {
            report.add(Problem.OWNER_SETTING, own.get().word().place(), "owner_ignore_adverts is for priority 255 only")
                    .so("owner_ignore_adverts of " + InstanceAssembly.nameOf(draft) + " is off").done();
        }
        if (switches.strict() && switches.owner() && !ignores) {
            StrictMode.overrides(draft, OWNER_IGNORE_ADVERTS, "the owner of the addresses ignores advertisements",
                    report);
        }
        return switches.owner() && (ignores || switches.strict());
    }
}
