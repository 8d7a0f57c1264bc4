package io.holdfast.config.global;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Values;
import java.time.Duration;
import java.util.List;

/// The keywords of `garp_group`.
final class GarpGroupKeywords {
    public static final Block BLOCK = Block.plain("garp_group");
    public static final Block INTERFACE_ENTRY = Block.plain("interfaces");
    private static final long MAX_TIMER = 4_294_967_295L; // microseconds in a 32-bit number: 4294.967295 s
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);

    static final Keyword<Duration> GARP_INTERVAL = DOES.value("garp_interval", Values.seconds(0, MAX_TIMER),
            "Gap between gratuitous ARP messages on these interfaces.", "stays at its default, 0 (no gap)");
    static final Keyword<Duration> GNA_INTERVAL = DOES.value("gna_interval", Values.seconds(0, MAX_TIMER),
            "Gap between unsolicited neighbour advertisements on these interfaces.",
            "stays at its default, 0 (no gap)");
    static final Keyword<String> INTERFACE = DOES.value("interface", Values.INTERFACE, "An interface of the group.");
    static final Keyword<List<Draft>> INTERFACES = DOES.entries("interfaces", GlobalTables.GARP_INTERFACE_ENTRY,
            "Interfaces that share the gaps.");

    static final Keyword<String> NAME = INTERFACE_ENTRY.rows(Effect.EFFECTIVE).lead(Values.INTERFACE,
            "An interface of the group.");

    private GarpGroupKeywords() {}
}
