package io.holdfast.config.host;

import io.holdfast.config.host.FileFact.Found;
import io.holdfast.config.host.FileFact.Kind;
import io.holdfast.config.host.FileFact.Missing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a machine said about users and files while a configuration was checked, for those who read the same
/// configuration and may not wait for such answers, or have to come to the same result later.
///
/// As text, fields of a fact are separated by a zero:
/// ```
///   U name id group | U name        a user, who may be unknown        G ...  likewise a group
///   S id group                      the user of the daemon
///   P directory ...                 where commands are looked for
///   F path kind owner group mode target | F path why      a file, or why there is none
/// ```
public final class HostFacts {
    private static final String SEPARATOR = "\0";

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Account> users = new HashMap<>();
    private final Map<String, Account> groups = new HashMap<>();
    private final Map<String, FileFact> files = new HashMap<>();
    private final List<Account> self = new ArrayList<>();
    private final List<List<String>> searchPath = new ArrayList<>();

    /// None at first.
    public HostFacts() {}

    /// Adds one that [#texts] gave.
    ///
    /// @throws IllegalArgumentException if it is none
    public void add(String text) {
        String[] fields = text.split(SEPARATOR, -1);
        switch (fields[0]) {
            case "U" -> users.put(field(fields, 1), account(fields, 2));
            case "G" -> groups.put(field(fields, 1), account(fields, 2));
            case "S" -> self.add(account(fields, 1));
            case "P" -> searchPath.add(List.of(fields).subList(1, fields.length));
            case "F" -> files.put(field(fields, 1), file(fields));
            default -> throw new IllegalArgumentException("no fact");
        }
        texts.add(text);
    }

    private static Account account(String[] fields, int at) {
        return fields.length == at ? new Account.Unknown()
                : new Account.Known(number(fields, at), number(fields, at + 1));
    }

    private static FileFact file(String[] fields) {
        return fields.length == 3 ? new Missing(fields[2])
                : new Found(Kind.valueOf(field(fields, 2)), number(fields, 3), number(fields, 4), number(fields, 5),
                        field(fields, 6));
    }

    private static int number(String[] fields, int at) {
        return Integer.parseInt(field(fields, at));
    }

    private static String field(String[] fields, int at) {
        if (at >= fields.length) {
            throw new IllegalArgumentException("no fact");
        }
        return fields[at];
    }

    /// Every fact as text.
    public List<String> texts() {
        return List.copyOf(texts);
    }

    /// A machine that says what is known here, and what it is asked besides as `machine` does.
    public Host over(Host machine) {
        return texts.isEmpty() ? machine : new Known(machine);
    }

    /// A machine that says what `machine` does, while all of it is noted here.
    public Host noting(Host machine) {
        return new Noting(machine);
    }

    private final class Known extends OtherHost {
        Known(Host machine) {
            super(machine);
        }

        @Override
        public Account user(String name) {
            Account known = users.get(name);
            return known == null ? super.user(name) : known;
        }

        @Override
        public Account group(String name) {
            Account known = groups.get(name);
            return known == null ? super.group(name) : known;
        }

        @Override
        public Account self() {
            return self.isEmpty() ? super.self() : self.getFirst();
        }

        @Override
        public FileFact file(String path) {
            FileFact known = files.get(path);
            return known == null ? super.file(path) : known;
        }

        @Override
        public List<String> searchPath() {
            return searchPath.isEmpty() ? super.searchPath() : searchPath.getFirst();
        }
    }

    private final class Noting extends OtherHost {
        Noting(Host machine) {
            super(machine);
        }

        @Override
        public Account user(String name) {
            return noted("U" + SEPARATOR + name, users.containsKey(name), super.user(name));
        }

        @Override
        public Account group(String name) {
            return noted("G" + SEPARATOR + name, groups.containsKey(name), super.group(name));
        }

        @Override
        public Account self() {
            return noted("S", !self.isEmpty(), super.self());
        }

        private Account noted(String question, boolean known, Account answer) {
            if (!known && answer instanceof Account.Known(int id, int group)) {
                add(question + SEPARATOR + id + SEPARATOR + group);
            } else if (!known && answer instanceof Account.Unknown) {
                add(question);
            }
            return answer;
        }

        @Override
        public FileFact file(String path) {
            FileFact answer = super.file(path);
            if (!files.containsKey(path)) {
                note(path, answer);
            }
            return answer;
        }

        private void note(String path, FileFact answer) {
            String question = "F" + SEPARATOR + path + SEPARATOR;
            switch (answer) {
                case Missing(String why) -> add(question + why);
                case Found found -> add(question + String.join(SEPARATOR, found.kind().name(), "" + found.owner(),
                        "" + found.group(), "" + found.mode(), found.target()));
                case FileFact.NotChecked _ -> { }
            }
        }

        @Override
        public List<String> searchPath() {
            List<String> answer = super.searchPath();
            if (searchPath.isEmpty() && !answer.isEmpty()) {
                add("P" + SEPARATOR + String.join(SEPARATOR, answer));
            }
            return answer;
        }
    }
}
