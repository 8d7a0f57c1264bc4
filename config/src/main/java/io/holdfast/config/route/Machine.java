package io.holdfast.config.route;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.global.GlobalKeywords;
import io.holdfast.config.global.InterfaceKeywords;
import io.holdfast.config.host.Host;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.table.Slips;
import io.holdfast.config.text.Place;
import java.util.OptionalLong;

/// What lines of a configuration refer to: interfaces (12) and what has a name with iproute2 (11.4).
public final class Machine {
    private final Host host;
    private final boolean dynamicInterfaces;
    private final IprouteNames names;
    private final Reporter report;

    /// @param global `global_defs`
    public Machine(Draft global, Host host, Reporter report) {
        this.host = host;
        this.report = report;
        dynamicInterfaces = global.has(GlobalKeywords.DYNAMIC_INTERFACES);
        names = new IprouteNames(host.files(),
                global.value(InterfaceKeywords.IPROUTE_ETC_DIR, InterfaceKeywords.USUAL_IPROUTE_ETC_DIR),
                global.value(InterfaceKeywords.IPROUTE_USR_DIR, InterfaceKeywords.USUAL_IPROUTE_USR_DIR));
    }

    /// Whether there is the interface, or may be one day; otherwise it is reported, as what refuses a configuration.
    ///
    /// @param hint what may cure it; may be empty
    public boolean hasInterface(String name, Place place, String hint) {
        if (dynamicInterfaces || host.hasInterface(name)) {
            return true;
        }
        report.add(Problem.UNKNOWN_INTERFACE, place, "there is no interface " + Shown.text(name))
                .so("keepalived gives up at this point, so the configuration is refused").hinting(hint).done();
        return false;
    }

    /// The same where only the name can be wrong.
    public boolean hasInterface(String name, Place place) {
        return hasInterface(name, place, hint(name));
    }

    private static String hint(String name) {
        int colon = name.indexOf(':');
        if (colon > 0) {
            return "write " + Shown.text(name.substring(0, colon))
                    + "; a name with a colon is a label of an address, as in 192.0.2.1/24 label NAME";
        }
        String slip = Slips.hint(name);
        return slip.isEmpty()
                ? "ip link shows the names there are; dynamic_interfaces in global_defs allows absent ones" : slip;
    }

    /// Whether there is a device of the name of a VRF, which has to be there now.
    boolean hasVrf(String name, Place place) {
        if (!host.hasInterface(name)) {
            report.add(Problem.BAD_ENTRY, place, "there is no VRF " + Shown.text(name))
                    .so("the whole line is left out").done();
        }
        return host.hasInterface(name);
    }

    /// The number a name stands for; what is not known is reported.
    ///
    /// @param problem [Problem#BAD_ENTRY] if it costs the line, [Problem#OPTION_LEFT_OUT] if it costs the option
    public OptionalLong number(NameKind kind, Entry<Name> entry, Problem problem) {
        return number(kind, entry.value(), entry.place(), problem,
                problem == Problem.BAD_ENTRY ? "the whole line is left out" : entry.keyword() + " is left out");
    }

    OptionalLong number(NameKind kind, Name name, Place place, Problem problem, String loss) {
        OptionalLong number = names.number(kind, name);
        if (number.isEmpty()) {
            report.add(problem, place, "\"" + Shown.text(name.text()) + "\" is not " + kind.expects())
                    .expecting(kind.expects()).so(loss).hinting("names are those in " + names.places(kind)).done();
        }
        return number;
    }
}
