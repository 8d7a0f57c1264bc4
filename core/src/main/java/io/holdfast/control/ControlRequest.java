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

    /// `why N [NAME]`: what led to the last N transitions?
    ///
    /// @param last of each instance and sync group, from 1
    /// @param name of one of them, to the end of the line; empty for all
    record Why(int last, Optional<String> name) implements ControlRequest {}

    /// `events MILLIS`, or `follow MILLIS`: what has happened since then?
    ///
    /// @param since  milliseconds since 1970
    /// @param follow whether to go on with what happens from now on
    record Events(long since, boolean follow) implements ControlRequest {}

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
            case "why" -> why(rest);
            case "events" -> events(rest, false);
            case "follow" -> events(rest, true);
            case "upgrade" -> rest.isEmpty() ? new Upgrade(Optional.empty()) : image(rest);
            default -> new Unknown("unknown request; there are: status, why, events, follow, upgrade");
        };
    }

    private static ControlRequest why(String rest) {
        int blank = rest.indexOf(' ');
        try {
            int last = Integer.parseInt(blank < 0 ? rest : rest.substring(0, blank));
            if (last > 0) {
                return new Why(last, blank < 0 ? Optional.empty() : Optional.of(rest.substring(blank + 1)));
            }
        } catch (NumberFormatException e) {
            // Refused below, as 0 is.
        }
        return new Unknown("why takes a number from 1, and perhaps a name");
    }

    private static ControlRequest events(String rest, boolean follow) {
        try {
            return new Events(Long.parseLong(rest), follow);
        } catch (NumberFormatException e) {
            return new Unknown("events and follow take a time in milliseconds since 1970");
        }
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
            case Why why -> "why " + why.last() + (why.name().isPresent() ? " " + why.name().get() : "");
            case Events events -> (events.follow() ? "follow " : "events ") + events.since();
            case Upgrade upgrade -> upgrade.image().isPresent() ? "upgrade " + upgrade.image().get() : "upgrade";
            case Unknown _ -> throw new IllegalStateException("no request: " + this);
        };
    }
}
