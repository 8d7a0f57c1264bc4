package io.holdfast.cli;

import io.holdfast.base.JsonLine;
import io.holdfast.control.ControlRequest;
import io.holdfast.journal.JournalAnswers;
import io.holdfast.journal.JournalReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/// The journal that a daemon left, for questions that nobody is there to answer any more. Gives the same lines as the
/// daemon would. A mixin of the commands it can answer.
final class JournalFile {
    @Option(names = "--journal", paramLabel = "FILE", description = "Read this journal and ask no daemon.")
    private Optional<String> file = Optional.empty();

    /// Whether it was asked for, rather than the daemon.
    boolean isNamed() {
        return file.isPresent();
    }

    /// The one that this daemon left.
    JournalFile beside(RunningDaemon daemon) {
        JournalFile left = new JournalFile();
        left.file = Optional.of(daemon.journal());
        return left;
    }

    String path() {
        return file.orElseThrow();
    }

    /// @throws IOException if there is no journal to read
    void ask(ControlRequest request, Consumer<String> line) throws IOException {
        JournalReader journal = read();
        switch (request) {
            case ControlRequest.Why why -> {
                List<JsonLine> answer = JournalAnswers.why(journal, why.name(), why.last());
                answer(answer, answer.isEmpty() ? JournalAnswers.nothing(journal, why.name()) : "", line);
            }
            case ControlRequest.Events events -> answer(JournalAnswers.events(journal, events.since()), "", line);
            case ControlRequest.Status _, ControlRequest.Upgrade _, ControlRequest.Unknown _ ->
                    throw new IllegalStateException("a journal cannot answer " + request);
        }
    }

    private static void answer(List<JsonLine> answer, String error, Consumer<String> line) {
        for (JsonLine one : answer) {
            line.accept(one.toString());
        }
        JsonLine last = new JsonLine().put("ok", error.isEmpty()).put("source", "journal");
        line.accept((error.isEmpty() ? last : last.put("error", error)).toString());
    }

    private JournalReader read() throws IOException {
        Path path = Path.of(path());
        try {
            if (Files.exists(path) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(path + " is no file");
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
            return JournalReader.read(bytes)
                    .orElseThrow(() -> new IOException(path + " " + JournalReader.refusal(bytes)));
        } catch (NoSuchFileException e) {
            throw new IOException("there is no journal " + path, e);
        }
    }
}
