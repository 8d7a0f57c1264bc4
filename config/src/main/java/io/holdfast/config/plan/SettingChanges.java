package io.holdfast.config.plan;

import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.value.Decimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// Collects what differs, setting by setting, in the order in which it is asked.
final class SettingChanges {
    private static final String NONE = "none";

    private final List<SettingChange> changes = new ArrayList<>();

    List<SettingChange> list() {
        return List.copyOf(changes);
    }

    void text(Keyword<?> keyword, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new SettingChange.Value(keyword.name(), before, after));
        }
    }

    void number(Keyword<?> keyword, long before, long after) {
        text(keyword, Long.toString(before), Long.toString(after));
    }

    void number(Keyword<?> keyword, OptionalInt before, OptionalInt after) {
        text(keyword, number(before), number(after));
    }

    void flag(Keyword<?> keyword, boolean before, boolean after) {
        text(keyword, before ? "on" : "off", after ? "on" : "off");
    }

    void seconds(Keyword<?> keyword, Duration before, Duration after) {
        text(keyword, seconds(before), seconds(after));
    }

    void optional(Keyword<?> keyword, Optional<?> before, Optional<?> after) {
        text(keyword, optional(before), optional(after));
    }

    void entries(Keyword<?> keyword, List<String> before, List<String> after) {
        if (!before.equals(after)) {
            changes.add(new SettingChange.Entries(keyword.name(), missing(before, after), missing(after, before)));
        }
    }

    void secret(Keyword<?> keyword, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new SettingChange.Secret(keyword.name()));
        }
    }

    private static List<String> missing(List<String> here, List<String> there) {
        return here.stream().filter(line -> !there.contains(line)).toList();
    }

    private static String number(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : NONE;
    }

    private static String seconds(Duration value) {
        return Decimal.seconds(value.toNanos() / 1_000);
    }

    private static String optional(Optional<?> value) {
        return value.isPresent() ? Shown.text(value.get().toString()) : NONE;
    }
}
