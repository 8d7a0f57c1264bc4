package io.holdfast.cli;

import io.holdfast.control.ControlRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// What a running daemon answers, line by line, for people or as it comes; and what that means for the exit code.
final class DaemonAnswer {
    private static final int YES = 0;
    private static final int NO = 1;

    private final Form form;
    private int code = Cli.TROUBLE;

    DaemonAnswer(Form form) {
        this.form = form;
    }

    /// Asks one question and prints the answer.
    ///
    /// @return the exit code
    int to(RunningDaemon daemon, ControlRequest request) {
        try {
            daemon.ask(request, this::line);
            if (code == Cli.TROUBLE) {
                trouble("the daemon ended without an answer");
            }
        } catch (IOException | IllegalArgumentException e) {
            trouble(String.valueOf(e.getMessage()));
        }
        return code;
    }

    private void line(String line) {
        if (!(JsonReader.read(line) instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException("not an answer: " + line);
        }
        if (members.containsKey("error")) {
            form.fail(String.valueOf(members.get("error")), line);
        } else {
            form.printLine(members.containsKey("step") ? step(members) : description(members), line);
        }
        if (members.containsKey("ok")) {
            code = Boolean.TRUE.equals(members.get("ok")) ? YES : NO;
        }
    }

    private static String step(Map<?, ?> members) {
        return members.get("step") + (members.containsKey("image") ? " " + members.get("image") : "") + " ...";
    }

    private static String description(Map<?, ?> members) {
        StringBuilder text = new StringBuilder("Holdfast " + members.get("version") + " from " + members.get("image")
                + ", process " + members.get("pid") + ", " + members.get("state") + ", configuration "
                + members.get("generation"));
        if (members.get("children") instanceof List<?> children) {
            for (Object child : children) {
                if (child instanceof Map<?, ?> process) {
                    text.append(System.lineSeparator()).append(process.get("kind")).append(" process ")
                            .append(process.get("pid")).append(", for ").append(process.get("seconds")).append(" s");
                }
            }
        }
        return text.toString();
    }

    private void trouble(String text) {
        form.fail(text, Json.object().put("ok", Json.of(false)).put("error", text).text());
    }
}
