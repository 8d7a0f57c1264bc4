package io.holdfast.config.global;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Values;
import io.holdfast.supervise.ManagementSpec;
import io.holdfast.supervise.ManagementSpec.Snmp;
import java.time.Duration;

/// SNMP and D-Bus.
final class ManagementKeywords {
    static final Block BLOCK = Block.part();
    private static final long LEAST_AGE = 1_000; // microseconds
    private static final long MOST_AGE = 30_000_000;
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);

    static final Keyword<String> SNMP_SOCKET = NOT_YET.keepingFirst().lax("snmp_socket", Values.WORD,
            "Where the AgentX master listens.");
    static final Keyword<Boolean> TRAPS = NOT_YET.flag("enable_traps", "Send SNMP traps.");
    static final Keyword<Boolean> SNMP_VRRP = NOT_YET.flag("enable_snmp_vrrp", "Serve keepalived's MIB for VRRP.");
    static final Keyword<Boolean> SNMP_KEEPALIVED = NOT_YET.flag("enable_snmp_keepalived",
            "Old name of enable_snmp_vrrp.");
    static final Keyword<Boolean> SNMP_RFC = NOT_YET.flag("enable_snmp_rfc", "Serve both MIBs of the RFCs.");
    static final Keyword<Boolean> SNMP_RFC_V2 = NOT_YET.flag("enable_snmp_rfcv2", "Serve the MIB of RFC 2787.");
    static final Keyword<Boolean> SNMP_RFC_V3 = NOT_YET.flag("enable_snmp_rfcv3", "Serve the MIB of RFC 6527.");
    static final Keyword<Boolean> SNMP_CHECKER = NOT_YET.flag("enable_snmp_checker",
            "Serve keepalived's MIB for IPVS.");
    static final Keyword<Duration> VIRTUAL_AGE = NOT_YET.value("snmp_vs_stats_update_interval",
            Values.seconds(LEAST_AGE, MOST_AGE), "Age after which statistics of virtual servers are read again.",
            "stays at its default, 5 s");
    static final Keyword<Duration> REAL_AGE = NOT_YET.value("snmp_rs_stats_update_interval",
            Values.seconds(LEAST_AGE, MOST_AGE), "The same for real servers.",
            "stays at that for virtual servers");
    static final Keyword<Boolean> DBUS = NOT_YET.flag("enable_dbus", "Publish instances on D-Bus.");
    static final Keyword<String> DBUS_NAME = NOT_YET.lax("dbus_service_name", Values.WORD, "Name on the bus.");
    static final Keyword<String> DBUS_PATH = NOT_YET.lax("dbus_no_interface_name", Values.WORD,
            "Path element of instances without an interface.");

    private ManagementKeywords() {}

    static ManagementSpec spec(Draft global) {
        Duration age = global.value(VIRTUAL_AGE, Snmp.AGE);
        boolean both = global.has(SNMP_RFC);
        Snmp snmp = new Snmp(global.value(SNMP_SOCKET), global.has(TRAPS),
                global.has(SNMP_VRRP) || global.has(SNMP_KEEPALIVED), both || global.has(SNMP_RFC_V2),
                both || global.has(SNMP_RFC_V3), global.has(SNMP_CHECKER), age, global.value(REAL_AGE, age));
        return new ManagementSpec(snmp, global.has(DBUS), global.value(DBUS_NAME), global.value(DBUS_PATH));
    }
}
