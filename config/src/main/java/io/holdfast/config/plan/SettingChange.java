package io.holdfast.config.plan;

import java.util.List;
import java.util.stream.Collectors;

/// A setting that differs between two configurations, in the words of a configuration file. Never contains a secret.
public sealed interface SettingChange {

    String keyword();

    /// In a few words, `priority 100 -> 90`.
    String text();

    /// Several of them, in one line.
    static String texts(List<SettingChange> changes) {
        return changes.stream().map(SettingChange::text).collect(Collectors.joining(", "));
    }

    /// One value became another.
    ///
    /// @param before `none` where nothing was configured, `off` for a flag
    record Value(String keyword, String before, String after) implements SettingChange {
        @Override
        public String text() {
            return keyword + " " + before + " -> " + after;
        }
    }

    /// Lines of a list came and went; neither if only their order is another one.
    record Entries(String keyword, List<String> removed, List<String> added) implements SettingChange {
        public Entries {
            removed = List.copyOf(removed);
            added = List.copyOf(added);
        }

        public boolean isReordered() {
            return removed.isEmpty() && added.isEmpty();
        }

        @Override
        public String text() {
            if (isReordered()) {
                return keyword + " in another order";
            }
            StringBuilder text = new StringBuilder(keyword);
            for (String line : removed) {
                text.append(" -[").append(line).append(']');
            }
            for (String line : added) {
                text.append(" +[").append(line).append(']');
            }
            return text.toString();
        }
    }

    /// Something that is not to be shown.
    record Secret(String keyword) implements SettingChange {
        @Override
        public String text() {
            return keyword + " changed";
        }
    }
}
