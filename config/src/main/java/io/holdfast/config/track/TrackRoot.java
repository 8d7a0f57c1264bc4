package io.holdfast.config.track;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import java.util.List;

/// What stands at the top level about trackers.
public final class TrackRoot {
    public static final Block BLOCK = Block.part();
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);

    static final Keyword<Draft> VRRP_SCRIPT = DOES.block("vrrp_script", TrackTables.VRRP_SCRIPT,
            "A command run now and then, whose success counts.");
    static final Keyword<Draft> TRACK_FILE = DOES.block("track_file", TrackTables.TRACK_FILE,
            "A file whose number counts.");
    static final Keyword<Draft> VRRP_TRACK_FILE = DOES.block("vrrp_track_file", TrackTables.TRACK_FILE,
            "Old name of track_file.");
    static final Keyword<Draft> VRRP_TRACK_PROCESS = DOES.block("vrrp_track_process",
            TrackTables.VRRP_TRACK_PROCESS, "Processes that have to run.");
    static final Keyword<List<Draft>> INTERFACE_UP_DOWN_DELAYS = DOES.entries("interface_up_down_delays",
            TrackTables.DELAY_ENTRY, "How long the state of a link has to last to count.");
    static final Keyword<List<Draft>> LINKBEAT_INTERFACES = DOES.entries("linkbeat_interfaces",
            TrackTables.LINKBEAT_ENTRY, "Interfaces whose links are asked for their state.");
    static final Keyword<Boolean> LINKBEAT_USE_POLLING = DOES.flag("linkbeat_use_polling",
            "All links of instances are asked for their state.");

    private TrackRoot() {}
}
