package io.holdfast.config.global;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Values;
import io.holdfast.supervise.FilesSpec;

/// Files the daemon reads and writes besides its configuration.
public final class FileKeywords {
    static final Block BLOCK = Block.part();
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);

    static final Keyword<String> STATE_DUMP = NOT_YET.lax("state_dump_file", Values.PATH,
            "Where SIGUSR1 writes to; a directory if it ends in a slash.");
    static final Keyword<String> STATISTICS_DUMP = NOT_YET.lax("stats_dump_file", Values.PATH,
            "Where SIGUSR2 writes to.");
    static final Keyword<String> JSON_DUMP = NOT_YET.lax("json_dump_file", Values.PATH,
            "Where the dump in JSON goes.");
    static final Keyword<Integer> JSON_VERSION = NOT_YET.lax("json_version", Values.lenientInteger(1, 2),
            "Layout of the dump in JSON.");
    static final Keyword<Boolean> INSTANCE_IN_NAMES = NOT_YET.optional("data_use_instance", Values.BOOL, true,
            "Names of instance and namespace in the names of dumps.");
    static final Keyword<String> SAVE_DIRECTORY = NOT_YET.value("config_save_dir", Values.PATH,
            "Keep a copy of each configuration that is loaded.");
    static final Keyword<String> SNAPSHOT_DIRECTORY = NOT_YET.keepingFirst().lax("tmp_config_directory", Values.PATH,
            "Not needed here: what was read stays in memory.");
    static final Keyword<String> RELOAD_TIME = NOT_YET.lax("reload_time_file", Values.PATH,
            "File with the time of a planned reload.");
    static final Keyword<Boolean> RELOAD_REPEAT = NOT_YET.flag("reload_repeat",
            "That file stays after the reload.");
    static final Keyword<String> RELOAD_MARKER = NOT_YET.optional("reload_file", Values.PATH, "",
            "A file that exists while the configuration is read.");
    static final Keyword<String> RELOAD_CHECK = NOT_YET.optional("reload_check_config", Values.PATH, "/dev/null",
            "Test before each reload, in which any finding counts; what it finds goes to this file.");
    public static final Keyword<Boolean> SYMLINKS = NOT_YET.optional("use_symlink_paths", Values.BOOL, true,
            "Paths of scripts keep their symbolic links.");

    private FileKeywords() {}

    static FilesSpec spec(Draft global) {
        return new FilesSpec(global.value(STATE_DUMP), global.value(STATISTICS_DUMP), global.value(JSON_DUMP),
                global.value(JSON_VERSION, FilesSpec.DEFAULT.jsonVersion()), global.value(INSTANCE_IN_NAMES, false),
                global.value(SAVE_DIRECTORY), global.value(RELOAD_TIME), global.has(RELOAD_REPEAT),
                global.value(RELOAD_MARKER), global.value(RELOAD_CHECK), global.value(SYMLINKS, false));
    }
}
