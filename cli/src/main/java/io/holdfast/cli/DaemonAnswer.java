package io.holdfast.cli;

import io.holdfast.control.ControlRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// What a daemon answers, line by line, and what that means for the exit code.
final class DaemonAnswer {
    private static final int YES = 0;
    private static final int NO = 1;

    /// What becomes of the lines.
    interface Teller {
        /// @param members of the line; the last one, and only that, has a member `ok`
        /// @param line    as it came
        void tell(Map<?, ?> members, String line);
    }

    private final Form form;
    private final Teller teller;
    private int code = Cli.TROUBLE;

    DaemonAnswer(Form form, Teller teller) {
        this.form = form;
        this.teller = teller;
    }

    /// Asks one question and prints the answer.
    ///
    /// @return the exit code
    int to(RunningDaemon daemon, ControlRequest request) {
        return to(daemon, Optional.empty(), request);
    }

    /// The same, of the journal if nobody answers.
    ///
    /// @param journal empty if it cannot answer this
    int to(RunningDaemon daemon, Optional<JournalFile> journal, ControlRequest request) {
        try {
            if (journal.isPresent() && journal.get().isNamed()) {
                journal.get().ask(request, this::line);
            } else {
                ask(daemon, journal, request);
            }
            if (code == Cli.TROUBLE) {
                trouble("the daemon ended without an answer");
            }
        } catch (IOException | IllegalArgumentException e) {
            trouble(String.valueOf(e.getMessage()));
        }
        return code;
    }

    private void ask(RunningDaemon daemon, Optional<JournalFile> journal, ControlRequest request)
            throws IOException {
        try {
            daemon.ask(request, this::line);
        } catch (RunningDaemon.Unreachable e) {
            if (journal.isEmpty()) {
                throw e;
            }
            JournalFile left = journal.get().beside(daemon);
            form.complain(e.getMessage() + "; this is what the journal " + left.path() + " says:");
            left.ask(request, this::line);
        }
    }

    private void line(String line) {
        if (!(JsonReader.read(line) instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException("not an answer: " + line);
        }
        if (members.containsKey("error")) {
            form.fail(String.valueOf(members.get("error")), line);
        } else {
            teller.tell(members, line);
        }
        if (members.containsKey("ok")) {
            code = Boolean.TRUE.equals(members.get("ok")) ? YES : NO;
        }
    }

    private void trouble(String text) {
        form.fail(text, Json.object().put("ok", Json.of(false)).put("error", text).text());
    }
}
