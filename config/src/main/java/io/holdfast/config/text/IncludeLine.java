package io.holdfast.config.text;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Secrets;
import io.holdfast.config.host.Source;
import java.util.ArrayList;
import java.util.List;

/// An include being carried out.
///
/// @param notices  takes what fails
/// @param snapshot where the line has its record
/// @param text     the line
/// @param at       where the pattern begins in it
/// @param flags    the checks that have to succeed
record IncludeLine(Notices notices, SnapshotWriter snapshot, TracedText text, int at,
        IncludeCheck flags) implements Including {
    @Override
    public int line() {
        return text.line().record(snapshot);
    }

    @Override
    public int trail() {
        return text.markAt(at).trail();
    }

    /// The files that it names, in order. What is missing has been reported.
    List<String> paths(Source source, String directory) {
        List<String> alternatives = Glob.alternatives(text.text().substring(at));
        if (alternatives.isEmpty()) {
            notices.add(tooMuch().so("nothing of it is read"));
        }
        List<String> paths = new ArrayList<>();
        boolean complete = true;
        for (String alternative : alternatives) {
            String path = alternative.startsWith("/") ? alternative : directory + alternative;
            if (Glob.isWild(alternative)) {
                List<String> matches = Glob.matches(source, path);
                if (matches.isEmpty()) {
                    notices.add(failed(IncludeCheck.WILDCARD, "nothing matches " + Secrets.masked(path)));
                }
                paths.addAll(matches);
            } else if (alternatives.size() > 1
                    && source.read(Glob.literal(path), 0) instanceof Source.Content.Missing) {
                complete = false;
                notices.add(failed(IncludeCheck.BRACE, "there is no file " + Secrets.masked(path)));
            } else {
                paths.add(Glob.literal(path));
            }
        }
        return complete || !flags.has(IncludeCheck.BRACE) ? paths : List.of();
    }

    @Override
    public Finding failed(String path, Source.Content content) {
        return content instanceof Source.Content.Unusable(var reason)
                ? failed(IncludeCheck.READ, "cannot read " + Secrets.masked(path) + ": " + reason)
                : failed(IncludeCheck.MATCH, "there is no file " + Secrets.masked(path));
    }

    private Finding failed(int flag, String message) {
        boolean fatal = flags.has(flag);
        Finding finding = finding(fatal ? Problem.INCLUDE_CHECK : Problem.INCLUDE_MISSED, message);
        return fatal ? finding.so("this include has to succeed, so the configuration is refused")
                : finding.so("reading continues without it");
    }

    @Override
    public Finding loops(String message) {
        return finding(Problem.INCLUDE_LOOP, message).so("it is not read again");
    }

    @Override
    public Finding tooMuch() {
        return finding(Problem.TOO_MUCH_TEXT, "more than " + Budget.MAX_FILES + " files or " + Budget.MAX_TOTAL
                + " bytes are included");
    }

    Finding finding(Problem problem, String message) {
        return notices.at(problem, text, at, text.length() - at, message);
    }
}
