package io.holdfast.config.global;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Syntax.Lead;
import io.holdfast.config.value.Choice;
import io.holdfast.config.value.Values;
import io.holdfast.supervise.InterfacesSpec;
import io.holdfast.supervise.InterfacesSpec.ExtraAnnouncements;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Interfaces and what has a name in routing.
public final class InterfaceKeywords {
    public static final String USUAL_IPROUTE_ETC_DIR = "/etc/iproute2";
    public static final String USUAL_IPROUTE_USR_DIR = "/usr/share/iproute2";
    static final Block BLOCK = Block.part();
    private static final int DAY = 86_400;
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);

    public static final Keyword<String> IPROUTE_ETC_DIR = DOES.lax("iproute_etc_dir", Values.PATH,
            "Directory of the administrator's names of tables, scopes and the like.");
    public static final Keyword<String> IPROUTE_USR_DIR = DOES.lax("iproute_usr_dir", Values.PATH,
            "Directory of the distribution's names, used where the other has none.");
    public static final Keyword<String> DEFAULT_INTERFACE = NOT_YET.lax("default_interface", Values.INTERFACE,
            "Interface of static addresses without dev.");
    static final Keyword<String> VMAC_PREFIX = NOT_YET.keepingFirst().value("vmac_prefix", Values.INTERFACE,
            "How names of macvlans begin that are made for instances.");
    static final Keyword<String> VMAC_ADDR_PREFIX = NOT_YET.keepingFirst().value("vmac_addr_prefix", Values.INTERFACE,
            "How names of macvlans begin that are made for addresses.");
    static final Keyword<Lead<Boolean, Duration>> GARP_EXTRA_IF = announcements("vrrp_garp_extra_if",
            "Interval of announcements on interfaces other than the instance's; with all, of all addresses on them.");
    static final Keyword<Lead<Boolean, Duration>> VMAC_GARP_INTVL = announcements("vrrp_vmac_garp_intvl",
            "Old name of vrrp_garp_extra_if.");

    private InterfaceKeywords() {}

    private static Keyword<Lead<Boolean, Duration>> announcements(String name, String doc) {
        return NOT_YET.laxLed(name, new Choice<>(List.of("all"), List.of(true)), Values.wholeSeconds(1, DAY), doc);
    }

    static InterfacesSpec spec(Draft global, Reporter report) {
        InterfacesSpec usual = InterfacesSpec.DEFAULT;
        String prefix = global.value(VMAC_PREFIX, usual.macvlanPrefix());
        return new InterfacesSpec(global.value(DEFAULT_INTERFACE, usual.usual()), prefix,
                global.value(VMAC_ADDR_PREFIX, prefix), announcements(global, report));
    }

    private static Optional<ExtraAnnouncements> announcements(Draft global, Reporter report) {
        Optional<Entry<Lead<Boolean, Duration>>> old = global.last(VMAC_GARP_INTVL);
        if (old.isPresent()) {
            report.add(Problem.OLD_NAME, old.get().word().place(),
                    "vrrp_vmac_garp_intvl is called vrrp_garp_extra_if now").so("it is used").done();
        }
        Optional<Entry<Lead<Boolean, Duration>>> written = global.last(GARP_EXTRA_IF);
        written = written.isPresent() ? written : old;
        return written.isEmpty() ? Optional.empty() : Optional.of(new ExtraAnnouncements(
                written.get().value().leader().isPresent(), written.get().value().value()));
    }
}
