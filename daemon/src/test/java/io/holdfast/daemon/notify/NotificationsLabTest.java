package io.holdfast.daemon.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.script.RunLedger;
import io.holdfast.daemon.script.ScriptLoop;
import io.holdfast.daemon.script.ScriptRunner;
import io.holdfast.linux.sys.Scheduling;
import io.holdfast.notify.Mail;
import io.holdfast.notify.Notice;
import io.holdfast.notify.Notice.Event;
import io.holdfast.notify.Notice.Subject;
import io.holdfast.notify.NotifySpec;
import io.holdfast.notify.PipeSpec;
import io.holdfast.script.CommandSpec;
import io.holdfast.script.RunAs;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real scripts and pipes.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NotificationsLabTest {
    @TempDir
    Path directory;

    private final Log log = Log.discarding();
    private final ScriptRunner runner = new ScriptRunner(new ScriptLoop("scripts", log), RunLedger.NONE,
            Scheduling.nice(), log);
    private final BlockingQueue<Mail> mails = new LinkedBlockingQueue<>();
    private final Notifications notifications = new Notifications(() -> runner, mails::add, log);

    // ---- scripts

    @Test
    void scriptsOfAnObjectRunInOrderWithTheirArguments() throws Exception {
        NotifySpec spec = spec(script("every", "sleep 0.05; echo \"$@\" >>" + out()), true);
        notifications.begin();
        notifications.tell(instance("VI_1", Event.BACKUP, 100, spec));
        notifications.tell(instance("VI_1", Event.MASTER, 150, spec));
        notifications.tell(new Notice(Subject.GROUP, "VG", Event.MASTER, 0, spec));
        awaitLines(3);
        stopAndFinish();
        assertThat(Files.readAllLines(Path.of(out()))).containsSubsequence("-m INSTANCE VI_1 BACKUP 100",
                "-m INSTANCE VI_1 MASTER 150").contains("-m GROUP VG MASTER 0").hasSize(3);
    }

    @Test
    void aBurstKeepsItsOrder() throws Exception {
        PipeSpec pipe = pipe("burst", Optional.of(script("reader", "trap '' TERM; exec cat \"$2\" >" + out())));
        notifications.configure(config(pipe));
        notifications.begin();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            notifications.tell(instance("VI_" + i % 100, i % 2 == 0 ? Event.MASTER : Event.BACKUP, i % 255,
                    NotifySpec.NONE));
            expected.add("INSTANCE \"VI_" + i % 100 + "\" " + (i % 2 == 0 ? "MASTER " : "BACKUP ") + i % 255);
            if (i % 1000 == 999) {
                awaitLines(expected.size());
            }
        }
        stopAndFinish();
        assertThat(Files.readAllLines(Path.of(out()))).isEqualTo(expected);
    }

    @Test
    void aScriptThatHangsDelaysTheNextByASecond() throws Exception {
        NotifySpec spec = spec(script("every", "echo \"$4\" >>" + out() + "; [ \"$4\" != MASTER ] || exec sleep 30"),
                false);
        notifications.begin();
        long before = System.nanoTime();
        notifications.tell(instance("VI_1", Event.MASTER, 100, spec));
        notifications.tell(instance("VI_1", Event.BACKUP, 100, spec));
        awaitLines(2);
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before)).isBetween(1000L, 5000L);
        stopAndFinish();
        assertThat(Files.readAllLines(Path.of(out()))).containsExactly("MASTER", "BACKUP");
    }

    @Test
    void aStopScriptThatHangsIsKilledAfterASecond() throws Exception {
        NotifySpec spec = spec(script("every", "trap '' TERM; echo $$ >>" + out() + "; while :; do sleep 0.1; done"),
                false);
        notifications.begin();
        long before = System.nanoTime();
        notifications.stop();
        notifications.tell(instance("VI_1", Event.STOP, 100, spec));
        notifications.finish();
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before)).isBetween(1000L, 3000L);
        long pid = Long.parseLong(Files.readAllLines(Path.of(out())).getFirst());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void aScriptThatCannotBeStartedHoldsUpNobody() throws Exception {
        CommandSpec missing = new CommandSpec("/nowhere", List.of("/nowhere"), RunAs.DEFAULT);
        NotifySpec spec = new NotifySpec(Optional.empty(), Optional.of(missing), Optional.empty(), Optional.empty(),
                Optional.of(script("every", "echo \"$4\" >>" + out())), Optional.empty(),
                NotifySpec.Deletion.AsFault.DEFAULT, false, false);
        notifications.begin();
        notifications.tell(instance("VI_1", Event.MASTER, 100, spec));
        stopAndFinish();
        assertThat(Path.of(out())).hasContent("MASTER\n");
    }

    // ---- pipes

    @Test
    void aPipeIsMadeForItsOwnerAndRemoved() throws Exception {
        PipeSpec pipe = new PipeSpec(directory.resolve("p").toString(), nobody(), Optional.empty());
        notifications.configure(config(pipe));
        notifications.begin();
        notifications.tell(instance("A", Event.MASTER, 1, NotifySpec.NONE));
        try (BufferedReader reader = Files.newBufferedReader(awaited(pipe))) {
            assertThat(reader.readLine()).isEqualTo("INSTANCE \"A\" MASTER 1");
            assumeTrue(isRoot(), "only root gives files away");
            assertThat(Files.getAttribute(Path.of(pipe.path()), "unix:uid")).isEqualTo(65_534);
            notifications.stop();
            notifications.tell(instance("A", Event.STOP, 1, NotifySpec.NONE));
            notifications.finish();
            assertThat(reader.readLine()).isEqualTo("INSTANCE \"A\" STOP 1");
            assertThat(reader.readLine()).isNull();
        }
        assertThat(Path.of(pipe.path())).doesNotExist();
    }

    @Test
    void aPipeThatWasThereStays() throws Exception {
        PipeSpec pipe = pipe("there", Optional.empty());
        assertThat(new ProcessBuilder("mkfifo", pipe.path()).start().waitFor()).isZero();
        notifications.configure(config(pipe));
        notifications.begin();
        stopAndFinish();
        assertThat(Path.of(pipe.path())).exists();
    }

    @Test
    void whatIsNoPipeIsLeftAlone() throws Exception {
        PipeSpec file = pipe("file", Optional.empty());
        Files.writeString(Path.of(file.path()), "precious");
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of(file.path()));
        notifications.configure(config(file, new PipeSpec(link.toString(), RunAs.DEFAULT, Optional.empty())));
        notifications.begin();
        notifications.tell(instance("A", Event.MASTER, 1, NotifySpec.NONE));
        stopAndFinish();
        assertThat(Path.of(file.path())).hasContent("precious");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void linesWaitWhileThePipeIsFull() throws Exception {
        PipeSpec pipe = pipe("slow", Optional.empty());
        notifications.configure(config(pipe));
        notifications.begin();
        String name = "x".repeat(100);
        for (int i = 0; i < 900; i++) { // more than the 64 KiB of the pipe itself
            notifications.tell(instance(name, Event.MASTER, i, NotifySpec.NONE));
        }
        try (BufferedReader reader = Files.newBufferedReader(awaited(pipe))) {
            for (int i = 0; i < 900; i++) {
                assertThat(reader.readLine()).isEqualTo("INSTANCE \"" + name + "\" MASTER " + i);
            }
        }
        stopAndFinish();
    }

    @Test
    void aReloadMakesThePipeAndItsReaderAnew() throws Exception {
        PipeSpec pipe = pipe("again", Optional.of(script("reader", "echo \"$2\" >>" + out() + "; exec cat \"$2\"")));
        notifications.configure(config(pipe));
        notifications.begin();
        awaitLines(1);
        notifications.configure(config(pipe));
        awaitLines(2);
        stopAndFinish();
        assertThat(Files.readAllLines(Path.of(out()))).containsExactly(pipe.path(), pipe.path());
        assertThat(Path.of(pipe.path())).doesNotExist();
    }

    @Test
    void aReaderThatDelaysItsEndSeesTheStop() throws Exception {
        PipeSpec pipe = pipe("fifo", Optional.of(script("reader",
                "trap '' TERM; while read -r line; do echo \"$line\" >>" + out() + "; done <\"$2\"")));
        notifications.configure(config(pipe));
        notifications.begin();
        notifications.tell(instance("A", Event.MASTER, 1, NotifySpec.NONE));
        awaitLines(1);
        notifications.stop();
        notifications.tell(instance("A", Event.STOP, 1, NotifySpec.NONE));
        notifications.finish();
        assertThat(Files.readAllLines(Path.of(out()))).containsExactly("INSTANCE \"A\" MASTER 1",
                "INSTANCE \"A\" STOP 1");
    }

    // ---- mail, and when things begin

    @Test
    void mailsAreHandedOver() throws Exception {
        NotifySpec spec = new NotifySpec(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), NotifySpec.Deletion.AsFault.DEFAULT, true, false);
        notifications.configure(new NotifyConfig(List.of(), true, false, "node"));
        notifications.tell(instance("A", Event.FAULT, 1, spec));
        notifications.tell(instance("A", Event.MASTER, 1, spec));
        notifications.begin();
        assertThat(mails.poll(20, TimeUnit.SECONDS))
                .isEqualTo(new Mail("[node] VRRP Instance A - Entering MASTER state",
                        "=> VRRP Instance is now owning VRRP VIPs <="));
    }

    @Test
    void nothingBeginsBeforeItIsTime() {
        notifications.configure(config(pipe("early", Optional.empty())));
        notifications.tell(instance("A", Event.MASTER, 1, NotifySpec.NONE));
        assertThat(runner.loop().hasBegun()).isFalse();
        notifications.begin();
        assertThat(runner.loop().hasBegun()).isTrue();
        stopAndFinish();
    }

    @Test
    void whereNobodyIsToldThereIsNoThread() {
        notifications.configure(NotifyConfig.NONE);
        notifications.begin();
        notifications.tell(instance("A", Event.MASTER, 1, NotifySpec.NONE));
        stopAndFinish();
        assertThat(runner.loop().hasBegun()).isFalse();
    }

    // ----

    private void stopAndFinish() {
        notifications.stop();
        notifications.finish();
    }

    private static Notice instance(String name, Event event, int priority, NotifySpec spec) {
        return new Notice(Subject.INSTANCE, name, event, priority, spec);
    }

    private static NotifyConfig config(PipeSpec... pipes) {
        return new NotifyConfig(List.of(pipes), false, true, "node");
    }

    private static NotifySpec spec(CommandSpec every, boolean mail) {
        return new NotifySpec(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(every), Optional.empty(), NotifySpec.Deletion.AsFault.DEFAULT, mail, false);
    }

    private PipeSpec pipe(String name, Optional<CommandSpec> reader) {
        return new PipeSpec(directory.resolve(name).toString(), RunAs.DEFAULT, reader);
    }

    private String out() {
        return directory.resolve("out").toString();
    }

    /// With an argument of its own.
    private CommandSpec script(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new CommandSpec(file.toString(), List.of(file.toString(), "-m"), RunAs.DEFAULT);
    }

    private static RunAs nobody() {
        return isRoot() ? new RunAs(Optional.of("nobody"), Optional.empty(), OptionalInt.of(65_534),
                OptionalInt.of(65_534)) : RunAs.DEFAULT;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static Path awaited(PipeSpec pipe) {
        Path path = Path.of(pipe.path());
        while (!Files.exists(path)) {
            Thread.onSpinWait();
        }
        return path;
    }

    private void awaitLines(int count) throws IOException, InterruptedException {
        Path file = Path.of(out());
        while (!Files.exists(file) || lines(file) < count) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }
}
