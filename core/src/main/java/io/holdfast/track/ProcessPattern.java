package io.holdfast.track;

import io.holdfast.track.ProcessSpec.Match;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What the name or the command line of a process is compared with, as the bytes that the kernel keeps of it.
///
/// A command line is `argument NUL argument NUL ...`. Whatever the kind of match, the configured one is then how that
/// of the process begins; if all of it is given, there is nothing else.
final class ProcessPattern {
    /// What the kernel keeps of a name, TASK_COMM_LEN less the NUL.
    private static final int NAME_LENGTH = 15;

    private final boolean byName;
    private final boolean whole;
    private final ByteBuffer expected;

    private ProcessPattern(boolean byName, boolean whole, byte[] expected) {
        this.byName = byName;
        this.whole = whole;
        this.expected = ByteBuffer.wrap(expected);
    }

    static ProcessPattern of(ProcessSpec spec) {
        byte[] process = spec.process().getBytes(StandardCharsets.UTF_8);
        return switch (spec.match()) {
            case NAME -> new ProcessPattern(true, true,
                    Arrays.copyOf(process, Math.min(process.length, NAME_LENGTH)));
            case COMMAND -> new ProcessPattern(false, false, commandLine(spec, 0, true));
            case EXACT, PARTIAL, INITIAL -> {
                int parameters = spec.parameters().size();
                boolean closed = spec.match() != Match.INITIAL || parameters == 0;
                yield new ProcessPattern(false, spec.match() == Match.EXACT, commandLine(spec, parameters, closed));
            }
        };
    }

    /// Whether it is the name that counts.
    boolean isByName() {
        return byName;
    }

    /// How many bytes of a command line have to be known.
    int reach() {
        return expected.capacity() + 1;
    }

    /// @param actual the name or the command line, from its position to its limit, at least the first [#reach] bytes
    boolean matches(ByteBuffer actual) {
        int length = expected.capacity();
        int same = expected.mismatch(actual);
        if (same >= 0 && same < length) {
            // The last argument need not be closed: a program may write its own command line.
            boolean allButTheEnd = same == length - 1 && same == actual.remaining() && expected.get(same) == 0;
            return !byName && allButTheEnd;
        }
        return !whole || actual.remaining() == length;
    }

    private static byte[] commandLine(ProcessSpec spec, int parameters, boolean closed) {
        StringBuilder line = new StringBuilder(spec.process());
        for (int i = 0; i < parameters; i++) {
            line.append('\0').append(spec.parameters().get(i));
        }
        if (closed) {
            line.append('\0');
        }
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }
}
