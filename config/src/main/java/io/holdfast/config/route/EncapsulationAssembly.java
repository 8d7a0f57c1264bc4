package io.holdfast.config.route;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.route.EncapsulationKeywords.Header;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.route.Encapsulation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Makes an [Encapsulation] of what stands behind `encap`.
final class EncapsulationAssembly {
    private final Reporter report;

    EncapsulationAssembly(Reporter report) {
        this.report = report;
    }

    /// The header; empty if there is none that makes sense, which is reported.
    ///
    /// @param loss what becomes of what it belongs to
    Optional<Encapsulation> of(Draft encap, String loss) {
        List<Entry<?>> kinds = encap.entries();
        if (kinds.size() > 1) {
            report.add(Problem.OPTION_LEFT_OUT, kinds.get(1).word().place(), "encap takes one kind of header only")
                    .so(loss).done();
            return Optional.empty();
        }
        Optional<List<Integer>> labels = encap.value(EncapsulationKeywords.MPLS);
        if (labels.isPresent()) {
            return Optional.of(new Encapsulation.Mpls(labels.get()));
        }
        Optional<Long> locator = encap.value(EncapsulationKeywords.ILA);
        if (locator.isPresent()) {
            return Optional.of(new Encapsulation.Ila(locator.get()));
        }
        Optional<Draft> ip = encap.value(EncapsulationKeywords.OVER_IP);
        return ip.isPresent() ? ip(ip.get(), EncapsulationKeywords.IP, loss)
                : ip(encap.value(EncapsulationKeywords.OVER_IP6).orElseThrow(), EncapsulationKeywords.IP6, loss);
    }

    private Optional<Encapsulation> ip(Draft draft, Header header, String loss) {
        if (!draft.has(header.id()) && !draft.has(header.destination())) {
            report.add(Problem.OPTION_LEFT_OUT, draft.header().place(),
                    "encap " + header.block().name() + " needs dst or id").so(loss).done();
            return Optional.empty();
        }
        return Optional.of(new Encapsulation.Ip(header.family(), draft.value(header.id()),
                draft.value(header.destination()), draft.value(header.source()), number(draft, header.tos()),
                number(draft, header.hopLimit()), number(draft, header.flags())));
    }

    private static OptionalInt number(Draft draft, Keyword<Long> keyword) {
        Optional<Long> value = draft.value(keyword);
        return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) (long) value.get());
    }
}
