package io.holdfast.config.route;

import io.holdfast.config.finding.Blanks;
import io.holdfast.config.host.Source;
import io.holdfast.config.value.CLiteral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Looks up the names that iproute2 knows (11.4). A file is read when a name of its kind is first asked for.
public final class IprouteNames {
    /// Stands for the number of a name that can only be looked up on the machine that the configuration is for.
    private static final long SOME_NUMBER = 1;
    private static final int LARGEST_FILE = 1 << 20;

    private final Optional<Source> files;
    private final String etc;
    private final String usr;
    private final Map<NameKind, Map<String, Long>> read = new HashMap<>();

    /// @param files those of the machine; without them, every name is taken to exist
    /// @param etc   directory of the administrator, which comes first
    /// @param usr   directory of the distribution
    public IprouteNames(Optional<Source> files, String etc, String usr) {
        this.files = files;
        this.etc = etc;
        this.usr = usr;
    }

    /// The number that a name stands for or is; empty if there is none.
    public OptionalLong number(NameKind kind, Name name) {
        OptionalLong literal = CLiteral.parse(unsigned(name.text()), kind.bits());
        if (literal.isPresent()) {
            return literal;
        }
        if (files.isPresent()) {
            Long listed = names(kind, files.get()).get(name.text());
            return listed != null ? OptionalLong.of(listed) : kind.builtIn(name.text());
        }
        OptionalLong builtIn = kind.builtIn(name.text());
        boolean looksLikeNumber = name.text().charAt(0) >= '0' && name.text().charAt(0) <= '9';
        return builtIn.isPresent() || looksLikeNumber ? builtIn : OptionalLong.of(SOME_NUMBER);
    }

    /// Where names of a kind are looked for.
    String places(NameKind kind) {
        return etc + "/" + kind.file() + " and " + usr + "/" + kind.file();
    }

    private Map<String, Long> names(NameKind kind, Source source) {
        Map<String, Long> names = read.get(kind);
        if (names == null) {
            names = new HashMap<>();
            for (String path : paths(kind, source)) {
                if (source.read(path, LARGEST_FILE) instanceof Source.Content.Text(var text)) {
                    addAll(names, text, kind.bits());
                }
            }
            read.put(kind, names);
        }
        return names;
    }

    /// What strtoul(3) passes over in front of a number.
    private static String unsigned(String text) {
        String number = text.stripLeading();
        return number.startsWith("+") ? number.substring(1) : number;
    }

    /// The main file, then those of its directory; one of the administrator hides that of the distribution.
    private List<String> paths(NameKind kind, Source source) {
        List<String> paths = new ArrayList<>();
        boolean own = source.read(etc + "/" + kind.file(), LARGEST_FILE) instanceof Source.Content.Text;
        paths.add((own ? etc : usr) + "/" + kind.file());
        Map<String, String> more = new TreeMap<>();
        for (String directory : List.of(usr, etc)) {
            String folder = directory + "/" + kind.file() + ".d";
            for (String name : source.list(folder)) {
                if (name.endsWith(".conf")) {
                    more.put(name, folder + "/" + name);
                }
            }
        }
        paths.addAll(more.values());
        return paths;
    }

    /// Lines of a number and a name; whatever else there is says nothing.
    private static void addAll(Map<String, Long> names, String text, int bits) {
        int from = 0;
        while (from < text.length()) {
            int newline = text.indexOf('\n', from);
            int end = newline < 0 ? text.length() : newline;
            List<String> words = words(text, from, end);
            if (words.size() >= 2) {
                OptionalLong number = CLiteral.parse(words.get(0), bits);
                if (number.isPresent()) {
                    names.put(words.get(1), number.getAsLong());
                }
            }
            from = end + 1;
        }
    }

    /// The words up to a `#`.
    private static List<String> words(String text, int from, int end) {
        List<String> words = new ArrayList<>(2);
        int at = from;
        while (at < end && text.charAt(at) != '#') {
            if (Blanks.isBlank(text.charAt(at))) {
                at++;
                continue;
            }
            int start = at;
            while (at < end && text.charAt(at) != '#' && !Blanks.isBlank(text.charAt(at))) {
                at++;
            }
            words.add(text.substring(start, at));
        }
        return words;
    }
}
