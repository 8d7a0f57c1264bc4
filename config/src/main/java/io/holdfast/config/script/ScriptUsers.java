package io.holdfast.config.script;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.global.ScriptKeywords;
import io.holdfast.config.host.Account;
import io.holdfast.config.host.Host;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.text.Place;
import io.holdfast.config.text.Word;
import io.holdfast.config.value.UserName;
import io.holdfast.script.RunAs;
import java.util.Optional;
import java.util.OptionalInt;

/// As whom scripts run (13; `daemon.md` 4.3).
final class ScriptUsers {
    private static final String CUSTOMARY = "keepalived_script";

    private final Host host;
    private final Reporter report;
    private final boolean secure;
    private final Optional<Entry<UserName>> configured;
    /// As whom scripts run that say nothing of it; made when first needed.
    private Optional<Optional<RunAs>> usual = Optional.empty();

    ScriptUsers(Draft global, Host host, Reporter report) {
        this.host = host;
        this.report = report;
        secure = global.has(ScriptKeywords.SECURITY);
        configured = global.last(ScriptKeywords.USER);
    }

    /// The user that is named; empty if there is no such user, which is reported.
    Optional<RunAs> named(UserName name, Problem problem, String so) {
        Word word = name.user();
        String user = Shown.decoded(word.text());
        Account account = host.user(user);
        if (account instanceof Account.Unknown) {
            return unknown(problem, word, "user", so);
        }
        if (name.group().isEmpty()) {
            return Optional.of(new RunAs(Optional.of(user), Optional.empty(), id(account), group(account)));
        }
        String group = Shown.decoded(name.group().get().text());
        Account ofGroup = host.group(group);
        return ofGroup instanceof Account.Unknown ? unknown(problem, name.group().get(), "group", so)
                : Optional.of(new RunAs(Optional.of(user), Optional.of(group), id(account), group(ofGroup)));
    }

    private Optional<RunAs> unknown(Problem problem, Word word, String what, String so) {
        report.add(problem, word.place(), "there is no " + what + " " + report.shown(word)).so(so)
                .hinting(isPartOfCommand(word) ? "put the command and its arguments into one pair of double quotes"
                        : "getent " + (what.equals("user") ? "passwd" : "group") + " shows those there are")
                .done();
        return Optional.empty();
    }

    /// An argument that was left outside the quotes is taken for a user.
    private static boolean isPartOfCommand(Word word) {
        return word.text().startsWith("-") || word.text().indexOf('/') >= 0;
    }

    private static OptionalInt id(Account account) {
        return account instanceof Account.Known(int id, int _) ? OptionalInt.of(id) : OptionalInt.empty();
    }

    private static OptionalInt group(Account account) {
        return account instanceof Account.Known(int _, int group) ? OptionalInt.of(group) : OptionalInt.empty();
    }

    /// The user of a script that names none; empty if there is nobody, which is reported.
    Optional<RunAs> usual(Place place, String so) {
        if (usual.isEmpty()) {
            usual = Optional.of(find());
        }
        if (usual.get().isEmpty()) {
            String why = configured.isPresent() ? "script_user names nobody that exists"
                    : "there is neither a script_user nor a user " + CUSTOMARY
                            + ", and script security keeps the daemon's own user from it";
            report.add(Problem.NO_SCRIPT_USER, place, "there is no user to run this as").so(why + "; " + so)
                    .hinting("name one with script_user in global_defs").done();
        }
        return usual.get();
    }

    /// Whom `script_user` names has to exist, whoever needs it.
    void check() {
        if (configured.isPresent() && usual.isEmpty()) {
            usual = Optional.of(find());
        }
    }

    private Optional<RunAs> find() {
        if (configured.isPresent()) {
            return named(configured.get().value(), Problem.UNKNOWN_USER,
                    "every script that names no user itself is left out");
        }
        if (host.user(CUSTOMARY) instanceof Account.Known(int id, int group)) {
            return Optional.of(new RunAs(Optional.of(CUSTOMARY), Optional.empty(), OptionalInt.of(id),
                    OptionalInt.of(group)));
        }
        boolean unknown = host.user(CUSTOMARY) instanceof Account.Unknown;
        Account self = host.self();
        return secure && unknown ? Optional.empty()
                : Optional.of(new RunAs(Optional.empty(), Optional.empty(), id(self), group(self)));
    }
}
