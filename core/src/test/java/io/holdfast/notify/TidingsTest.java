package io.holdfast.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.script.CommandSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tables of `daemon.md` 5.3, 5.4, 5.5 and 5.7.
class TidingsTest {

    @ParameterizedTest
    @CsvSource({
        "MASTER, /etc/master | /etc/every -m INSTANCE VI_1 MASTER 150",
        "BACKUP, /etc/backup | /etc/every -m INSTANCE VI_1 BACKUP 150",
        "FAULT, /etc/fault | /etc/every -m INSTANCE VI_1 FAULT 150",
        "STOP, /etc/stop ! | /etc/every -m INSTANCE VI_1 STOP 150 !",
        "DELETED, /etc/deleted | /etc/every -m INSTANCE VI_1 DELETED 150",
        "MASTER_RX_LOWER_PRI, /etc/lower",
        "MASTER_PRIORITY, ''",
        "BACKUP_PRIORITY, ''"})
    void runsTheScriptsOfAnInstance(Notice.Event event, String scripts) {
        assertThat(Tidings.hasScripts(Notices.instance(event, 150))).isEqualTo(!scripts.isEmpty());
        assertThat(described(Tidings.scripts(Notices.instance(event, 150)))).isEqualTo(scripts);
    }

    @ParameterizedTest
    @CsvSource({
        "MASTER, /etc/master | /etc/every -m GROUP VG 1 MASTER 0",
        "BACKUP, /etc/backup | /etc/every -m GROUP VG 1 BACKUP 0",
        "FAULT, /etc/fault | /etc/every -m GROUP VG 1 FAULT 0",
        "STOP, /etc/stop | /etc/every -m GROUP VG 1 STOP 0 !"})
    void runsTheScriptsOfAGroup(Notice.Event event, String scripts) {
        assertThat(described(Tidings.scripts(Notices.group(event)))).isEqualTo(scripts);
    }

    /// An exclamation mark after those that are killed after a second.
    private static String described(List<NotifyScript> scripts) {
        return scripts.stream().map(script -> String.join(" ", script.command().arguments())
                + (script.limited() ? " !" : "")).collect(Collectors.joining(" | "));
    }

    @Test
    void nothingIsRunWhereNothingIsConfigured() {
        assertThat(Tidings.scripts(new Notice(Notice.Subject.INSTANCE, "VI_1", Notice.Event.MASTER, 100,
                NotifySpec.NONE))).isEmpty();
    }

    @Test
    void aDeletionMayBeAnnouncedWithoutAScript() {
        var spec = new NotifySpec(Optional.empty(), Optional.empty(), Notices.script("fault"), Optional.empty(),
                Optional.empty(), Optional.empty(), new NotifySpec.Deletion.Announced(Optional.empty()), false, false);
        assertThat(Tidings.scripts(new Notice(Notice.Subject.INSTANCE, "VI_1", Notice.Event.DELETED, 100, spec)))
                .isEmpty();
    }

    @Test
    void whoIsRunAndOnWhoseBehalfStays() {
        CommandSpec every = Notices.ALL.every().orElseThrow();
        CommandSpec run = Tidings.scripts(Notices.group(Notice.Event.STOP)).get(1).command();
        assertThat(run.executable()).isEqualTo(every.executable());
        assertThat(run.as()).isEqualTo(every.as());
    }

    @Test
    void pipesOnlyRunsNothing() {
        assertThat(Tidings.scripts(new Notice(Notice.Subject.INSTANCE, "VI_1", Notice.Event.MASTER, 100, Notices.ALL,
                true))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MASTER, INSTANCE \"VI_1\" MASTER 150",
        "DELETED, INSTANCE \"VI_1\" DELETED 150",
        "MASTER_RX_LOWER_PRI, INSTANCE \"VI_1\" MASTER_RX_LOWER_PRI 150",
        "MASTER_PRIORITY, INSTANCE \"VI_1\" MASTER_PRIORITY 150",
        "BACKUP_PRIORITY, INSTANCE \"VI_1\" BACKUP_PRIORITY 150"})
    void writesALineOfAnInstance(Notice.Event event, String line) {
        assertThat(Tidings.line(Notices.instance(event, 150))).isEqualTo(line + "\n");
    }

    @Test
    void writesALineOfAGroup() {
        assertThat(Tidings.line(Notices.group(Notice.Event.FAULT))).isEqualTo("GROUP \"VG 1\" FAULT 0\n");
    }

    @ParameterizedTest
    @CsvSource({
        "INSTANCE, MASTER, Instance X - Entering MASTER state, VRRP Instance is now owning VRRP VIPs",
        "INSTANCE, BACKUP, Instance X - Entering BACKUP state, VRRP Instance is no longer owning VRRP VIPs",
        "INSTANCE, FAULT, Instance X - Entering FAULT state, VRRP Instance is no longer owning VRRP VIPs",
        "INSTANCE, STOP, Instance X - Stopping, VRRP Instance stopping",
        "INSTANCE, DELETED, Instance X - Deleted, VRRP Deleted at reload",
        "GROUP, MASTER, Group X - Entering MASTER state, All VRRP group instances are now in MASTER state",
        "GROUP, BACKUP, Group X - Entering BACKUP state, All VRRP group instances are now in BACKUP state",
        "GROUP, FAULT, Group X - Entering FAULT state, All VRRP group instances are now in FAULT state",
        "GROUP, STOP, Group X - Stopping, All VRRP group instances are now stopping"})
    void writesMail(Notice.Subject subject, Notice.Event event, String title, String body) {
        assertThat(Tidings.mail(new Notice(subject, "X", event, 0, Notices.ALL), "node 1"))
                .isEqualTo(new Mail("[node 1] VRRP " + title, "=> " + body + " <="));
    }
}
