package io.holdfast.supervise;

import java.util.Optional;

/// Files the daemon reads and writes besides its configuration (`daemon.md` 3, 6).
///
/// @param stateDump       `state_dump_file`; empty for the usual place, as for the next two
/// @param statisticsDump  `stats_dump_file`
/// @param jsonDump        `json_dump_file`
/// @param jsonVersion     `json_version`, 1 or 2
/// @param instanceInNames `data_use_instance`: names of instance and namespace in the names of dumps
/// @param saveDirectory   `config_save_dir`: keeps what was loaded
/// @param reloadTime      `reload_time_file`: holds the time of a planned reload
/// @param reloadRepeats   `reload_repeat`: that file stays after the reload
/// @param reloadMarker    `reload_file`: exists while the configuration is read; empty text for its usual name
/// @param reloadCheck     `reload_check_config`: log of a test before each reload, in which any finding counts
/// @param symbolicLinks   `use_symlink_paths`: script paths keep their symbolic links
public record FilesSpec(Optional<String> stateDump, Optional<String> statisticsDump, Optional<String> jsonDump,
        int jsonVersion, boolean instanceInNames, Optional<String> saveDirectory, Optional<String> reloadTime,
        boolean reloadRepeats, Optional<String> reloadMarker, Optional<String> reloadCheck, boolean symbolicLinks) {
    public static final FilesSpec DEFAULT = new FilesSpec(Optional.empty(), Optional.empty(), Optional.empty(), 1,
            false, Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty(), false);
}
