package io.holdfast.daemon.parent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What an image of the daemon leaves to the one that takes its place in the same process (`daemon.md` 13.2): numbers
/// of open descriptors, mostly. It travels as text, in an option that only the launcher reads and passes on as a system
/// property.
///
/// @param from       the process that wrote it: this very one, or the one that has a new image checked
/// @param snapshot   a memory file with the configuration in effect
/// @param generation its number
/// @param locks      the pid files, in the order they were locked
/// @param listener   the control socket
/// @param caller     who asked for the upgrade and waits for an answer
/// @param children   who goes on meanwhile
record Inheritance(int from, int snapshot, int generation, List<Integer> locks, OptionalInt listener,
        OptionalInt caller, List<Left> children) {
    /// What the launcher is told it by, as its first argument.
    static final String OPTION = "--take-over=";
    /// What the launcher makes of it.
    static final String PROPERTY = "holdfast.takeover";

    /// A child that goes on.
    ///
    /// @param channel      our end of the socket to it
    /// @param startedNanos when it was started, by the monotonic clock
    record Left(ChildKind kind, int pid, int channel, long startedNanos) {}

    Inheritance {
        locks = List.copyOf(locks);
        children = List.copyOf(children);
    }

    /// For the check of an image, which needs the configuration only.
    static Inheritance toCheck(int from, int snapshot) {
        return new Inheritance(from, snapshot, 0, List.of(), OptionalInt.empty(), OptionalInt.empty(), List.of());
    }

    /// What this process was given, if it was given anything and by whom it says.
    ///
    /// @param self   this process
    /// @param parent the one that started it
    static Optional<Inheritance> of(Optional<String> property, int self, int parent) {
        return property.flatMap(Inheritance::parse)
                .filter(given -> given.from() == self || given.from() == parent);
    }

    String text() {
        StringBuilder text = new StringBuilder("from=" + from + " snapshot=" + snapshot + " generation=" + generation);
        for (int lock : locks) {
            text.append(" lock=").append(lock);
        }
        listener.ifPresent(fd -> text.append(" listener=").append(fd));
        caller.ifPresent(fd -> text.append(" caller=").append(fd));
        for (Left child : children) {
            text.append(" child=").append(child.kind()).append(',').append(child.pid()).append(',')
                    .append(child.channel()).append(',').append(child.startedNanos());
        }
        return text.toString();
    }

    /// Empty if it cannot be understood. What has a name nobody knows is another version's, and left alone.
    static Optional<Inheritance> parse(String text) {
        try {
            Draft draft = new Draft();
            for (String word : text.split(" ", -1)) {
                int equals = word.indexOf('=');
                draft.put(word.substring(0, equals), word.substring(equals + 1));
            }
            return draft.from < 0 || draft.snapshot < 0 ? Optional.empty() : Optional.of(draft.inheritance());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static final class Draft {
        private int from = -1;
        private int snapshot = -1;
        private int generation;
        private final List<Integer> locks = new ArrayList<>();
        private OptionalInt listener = OptionalInt.empty();
        private OptionalInt caller = OptionalInt.empty();
        private final List<Left> children = new ArrayList<>();

        void put(String name, String value) {
            switch (name) {
                case "from" -> from = Integer.parseInt(value);
                case "snapshot" -> snapshot = Integer.parseInt(value);
                case "generation" -> generation = Integer.parseInt(value);
                case "lock" -> locks.add(Integer.valueOf(value));
                case "listener" -> listener = OptionalInt.of(Integer.parseInt(value));
                case "caller" -> caller = OptionalInt.of(Integer.parseInt(value));
                case "child" -> children.add(child(value.split(",", -1)));
                default -> { }
            }
        }

        private static Left child(String[] words) {
            return new Left(ChildKind.valueOf(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]),
                    Long.parseLong(words[3]));
        }

        Inheritance inheritance() {
            return new Inheritance(from, snapshot, generation, locks, listener, caller, children);
        }
    }
}
