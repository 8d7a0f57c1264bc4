package io.holdfast.control;

import java.util.Optional;

/// What an operator asks a running daemon at its control socket: one line of words, which [#line] writes and [#parse]
/// reads (`daemon.md` 13).
///
/// The answer is one JSON object a line. The last of them, and no other, has a member `ok`, as its first.
public sealed interface ControlRequest {
    /// The longest line in bytes, its end included: a path can have 4095.
    int MAX_LENGTH = 4608;

    /// `status`: what runs here?
    record Status() implements ControlRequest {}

    /// `upgrade [IMAGE]`: go on with another image of the program.
    ///
    /// @param image the absolute path of its directory, to the end of the line, blanks included; empty for the one that
    ///              runs, as its files are now
    record Upgrade(Optional<String> image) implements ControlRequest {}

    /// Anything else.
    ///
    /// @param reason what is wrong with it
    record Unknown(String reason) implements ControlRequest {}

    /// @param line without its end
    static ControlRequest parse(String line) {
        int blank = line.indexOf(' ');
        String word = blank < 0 ? line : line.substring(0, blank);
        String rest = blank < 0 ? "" : line.substring(blank + 1);
        return switch (word) {
            case "status" -> rest.isEmpty() ? new Status() : new Unknown("status takes no argument");
            case "upgrade" -> rest.isEmpty() ? new Upgrade(Optional.empty()) : image(rest);
            default -> new Unknown("unknown request; there are: status, upgrade");
        };
    }

    private static ControlRequest image(String path) {
        if (path.charAt(0) != '/') {
            return new Unknown("the image must be an absolute path, not \"" + path + "\"");
        }
        return new Upgrade(Optional.of(path));
    }

    /// The line that [#parse] reads.
    default String line() {
        return switch (this) {
            case Status _ -> "status";
            case Upgrade upgrade -> upgrade.image().isPresent() ? "upgrade " + upgrade.image().get() : "upgrade";
            case Unknown _ -> throw new IllegalStateException("no request: " + this);
        };
    }
}
