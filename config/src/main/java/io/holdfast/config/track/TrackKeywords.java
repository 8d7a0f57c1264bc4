package io.holdfast.config.track;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import java.util.List;

/// The lists of what is tracked, which instances and sync groups have in common.
public final class TrackKeywords {
    final Keyword<List<Draft>> interfaces;
    final Keyword<List<Draft>> scripts;
    final Keyword<List<Draft>> files;
    final Keyword<List<Draft>> processes;
    final Keyword<List<Draft>> bfds;

    /// Adds them to a table.
    public TrackKeywords(Block block) {
        Rows rows = block.rows(Effect.EFFECTIVE);
        interfaces = rows.entries("track_interface", TrackTables.INTERFACE, "Interfaces that have to be up.");
        scripts = rows.entries("track_script", TrackTables.SCRIPT, "Scripts that have to succeed.");
        files = rows.entries("track_file", TrackTables.FILE, "Files whose numbers count.");
        processes = rows.entries("track_process", TrackTables.PROCESS, "Processes that have to run.");
        bfds = block.rows(Effect.ACCEPTED).entries("track_bfd", TrackTables.BFD, "BFD sessions that have to be up.");
    }
}
