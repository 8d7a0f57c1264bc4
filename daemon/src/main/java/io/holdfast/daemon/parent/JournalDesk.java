package io.holdfast.daemon.parent;

import io.holdfast.base.JsonLine;
import io.holdfast.base.MonoTime;
import io.holdfast.control.ControlRequest;
import io.holdfast.journal.JournalAnswers;
import io.holdfast.journal.JournalReader;
import io.holdfast.linux.sys.MonoClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What operators ask of the journal, answered from its file: that costs the VRRP process, which writes it, nothing.
/// So nobody tells of what is new there, and whoever follows it makes us look again and again.
final class JournalDesk {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final List<Follower> followers = new ArrayList<>();
    private Path path = Path.of("");
    private Optional<MonoTime> lookAt = Optional.empty();

    /// Somebody who wants to hear of what happens from now on.
    private static final class Follower {
        private final LineFeed feed;
        private long next;

        private Follower(LineFeed feed, long next) {
            this.feed = feed;
            this.next = next;
        }
    }

    void use(Path journal) {
        path = journal;
    }

    void why(ControlRequest.Why asked, Caller caller) {
        Optional<JournalReader> journal = read(caller, 0);
        if (journal.isEmpty()) {
            return;
        }
        List<JsonLine> lines = JournalAnswers.why(journal.get(), asked.name(), asked.last());
        if (lines.isEmpty()) {
            caller.refuse(JournalAnswers.nothing(journal.get(), asked.name()));
        } else {
            answer(caller, lines);
        }
    }

    void events(ControlRequest.Events asked, Caller caller) {
        Optional<JournalReader> journal = read(caller, 0);
        if (journal.isEmpty()) {
            return;
        }
        List<JsonLine> lines = JournalAnswers.events(journal.get(), asked.since());
        if (asked.follow()) {
            Follower follower = new Follower(new LineFeed(caller, () -> { }), journal.get().next());
            follower.feed.add(lines);
            followers.add(follower);
            lookAt = Optional.of(MonoClock.now().plus(LOOK_AGAIN));
        } else {
            answer(caller, lines);
        }
    }

    private static void answer(Caller caller, List<JsonLine> lines) {
        new LineFeed(caller, () -> caller.answer(new JsonLine().put("ok", true))).add(lines);
    }

    private Optional<JournalReader> read(Caller caller, long next) {
        try {
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                caller.refuse("there is no journal " + path);
                return Optional.empty();
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
            Optional<JournalReader> journal = JournalReader.after(bytes, next);
            if (journal.isEmpty()) {
                caller.refuse(path + " " + JournalReader.refusal(bytes));
            }
            return journal;
        } catch (IOException e) {
            caller.refuse("the journal cannot be read: " + e);
            return Optional.empty();
        }
    }

    Optional<MonoTime> deadline() {
        return lookAt;
    }

    void onTimer(MonoTime now) {
        if (!Deadlines.isPast(lookAt, now)) {
            return;
        }
        followers.removeIf(follower -> follower.feed.caller().isClosed());
        for (Follower follower : followers) {
            // Who has not read what there is already is told the rest later.
            if (follower.feed.isRead()) {
                read(follower.feed.caller(), follower.next).ifPresent(journal -> {
                    follower.next = journal.next();
                    follower.feed.add(JournalAnswers.events(journal, Long.MIN_VALUE));
                });
            }
        }
        lookAt = followers.isEmpty() ? Optional.empty() : Optional.of(now.plus(LOOK_AGAIN));
    }
}
