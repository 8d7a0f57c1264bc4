package io.holdfast.config.text;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Origin;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.host.Source;
import java.util.List;

/// The file that the daemon was told to read, whose name may be a pattern.
///
/// @param path the name
record MainFile(String path) implements Including {
    List<String> paths(Source source, Notices notices) {
        if (!Glob.isWild(path) || !(source.read(path, 0) instanceof Source.Content.Missing)) {
            return List.of(path);
        }
        List<String> matches = Glob.matches(source, path);
        if (matches.size() > 1) {
            notices.add(Finding.at(Problem.SEVERAL_MAIN_FILES, Origin.of(path), matches.size() + " files match")
                    .so("they are read one after the other, as if one included them"));
        }
        return matches.isEmpty() ? List.of(path) : matches;
    }

    @Override
    public int line() {
        return Snapshot.NONE;
    }

    @Override
    public int trail() {
        return Snapshot.NONE;
    }

    @Override
    public Finding failed(String file, Source.Content content) {
        return finding(file, content instanceof Source.Content.Unusable(var reason) ? reason : "no such file");
    }

    @Override
    public Finding tooMuch() {
        return finding(path, "it has more than " + Budget.MAX_TOTAL + " bytes");
    }

    @Override
    public Finding loops(String message) {
        return finding(path, message);
    }

    private static Finding finding(String file, String why) {
        return Finding.at(Problem.NO_MAIN_FILE, Origin.of(file), "cannot read the configuration: " + why)
                .so("there is nothing to run");
    }
}
