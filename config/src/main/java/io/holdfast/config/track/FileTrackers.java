package io.holdfast.config.track;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.host.FileFact;
import io.holdfast.config.host.FileFact.Found;
import io.holdfast.config.host.FileFact.Kind;
import io.holdfast.config.host.Host;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.track.FileSpec;
import java.util.Optional;

/// Makes a [FileSpec] of what was written in a `track_file` (15.2).
final class FileTrackers {
    private final Host host;
    private final Reporter report;

    FileTrackers(Host host, Reporter report) {
        this.host = host;
        this.report = report;
    }

    /// The specification; empty if there is nothing to watch, which is reported.
    Optional<FileSpec> spec(Draft draft) {
        String name = Shown.text(draft.header().text());
        Optional<Entry<String>> file = draft.last(FileKeywords.FILE);
        if (file.isEmpty()) {
            report.add(Problem.TRACKER_INCOMPLETE, draft.header().place(), "track_file " + name + " has no file")
                    .so("it is left out, and nothing tracks it").hinting("add file and its path").done();
            return Optional.empty();
        }
        Optional<FileSpec.Init> init = draft.value(FileKeywords.INIT_FILE);
        return isWatchable(file.get(), init.isPresent(), name)
                ? Optional.of(new FileSpec(name, file.get().value(),
                        draft.value(FileKeywords.WEIGHT, FileSpec.DEFAULT_WEIGHT), init))
                : Optional.empty();
    }

    private boolean isWatchable(Entry<String> file, boolean writes, String name) {
        String path = file.value();
        String directory = path.substring(0, Math.max(1, path.lastIndexOf('/')));
        if (!path.startsWith("/") || host.file("/") instanceof FileFact.NotChecked) {
            return true;
        }
        FileFact parent = host.file(directory);
        boolean missing = parent instanceof FileFact.Missing
                || (parent instanceof Found found && found.kind() != Kind.DIRECTORY && found.kind() != Kind.LINK);
        boolean irregular = writes && host.file(path) instanceof Found found && found.kind() != Kind.REGULAR
                && found.kind() != Kind.LINK;
        if (!missing && !irregular) {
            return true;
        }
        report.add(Problem.TRACK_FILE, file.place(), missing ? "there is no directory " + Shown.text(directory)
                : Shown.text(path) + " is not a regular file, and cannot be written at the start")
                .so("track_file " + name + " is left out, and nothing tracks it")
                .hinting(missing ? "mkdir " + Shown.text(directory) : "").done();
        return false;
    }
}
