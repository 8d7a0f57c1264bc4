package io.holdfast.config.text;

import io.holdfast.config.finding.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parameters that need no definition (5.4).
final class Predefined {
    private static final int MAX_RANDOM = 32767;
    private static final int MAX_DIGITS = 18;

    private final ReaderOptions options;
    private final OpenFiles files;
    private final Notices notices;
    private final RandomNumbers random;

    Predefined(ReaderOptions options, OpenFiles files, Notices notices) {
        this.options = options;
        this.files = files;
        this.notices = notices;
        random = new RandomNumbers(options.seed());
    }

    /// A line that sets the seed (`random_seed`); one with a wrong number is the block parser's business.
    void seed(List<Word> words) {
        Optional<Long> seed = words.size() < 2 ? Optional.empty() : number(words.get(1).text());
        if (seed.isPresent()) {
            random.seed(seed.get());
        }
    }

    /// Whether there is one of that name.
    static boolean has(String name) {
        return switch (name) {
            case "_PWD", "_INSTANCE", "_RANDOM", "_ENV", "_HASH", "_BANG" -> true;
            default -> false;
        };
    }

    /// The value of a use; empty if it stays as it is.
    ///
    /// @param arguments words behind the name, within the braces
    /// @param at        where the use begins
    Optional<String> value(String name, List<String> arguments, TracedText text, int at, int length) {
        return switch (name) {
            case "_RANDOM" -> random(arguments, text, at, length);
            case "_ENV" -> environment(arguments, text, at, length);
            default -> arguments.isEmpty() ? Optional.of(constant(name)) : Optional.empty();
        };
    }

    private String constant(String name) {
        return switch (name) {
            case "_PWD" -> files.directoryName();
            case "_INSTANCE" -> options.configId();
            case "_HASH" -> "#";
            default -> "!";
        };
    }

    private Optional<String> environment(List<String> arguments, TracedText text, int at, int length) {
        if (arguments.size() != 1) {
            notices.add(notices.at(Problem.BAD_ARGUMENTS, text, at, length,
                    "_ENV needs the name of one environment variable").expecting("${_ENV NAME}")
                    .so("it is left as it is"));
            return Optional.empty();
        }
        return Optional.of(oneLine(options.environment().variable(arguments.get(0)).orElse("")));
    }

    /// As bytes, of which a line break would begin a line that nobody wrote.
    private static String oneLine(String value) {
        String bytes = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return bytes.replace('\n', ' ').replace('\0', ' ');
    }

    private Optional<String> random(List<String> arguments, TracedText text, int at, int length) {
        List<Long> bounds = new ArrayList<>();
        for (String argument : arguments) {
            Optional<Long> number = number(argument);
            if (number.isPresent()) {
                bounds.add(number.get());
            }
        }
        if (arguments.size() > 2 || bounds.size() < arguments.size()) {
            notices.add(notices.at(Problem.BAD_ARGUMENTS, text, at, length,
                    "_RANDOM takes a least and a highest number, in decimal digits").expecting("${_RANDOM MIN MAX}")
                    .so("it is left as it is"));
            return Optional.empty();
        }
        long min = bounds.isEmpty() ? 0 : bounds.get(0);
        long max = bounds.size() < 2 ? MAX_RANDOM : bounds.get(1);
        if (min > max) {
            notices.add(notices.at(Problem.BAD_ARGUMENTS, text, at, length,
                    "the least number of _RANDOM, " + min + ", is above the highest, " + max)
                    .so(min + " is used"));
            max = min;
        }
        return Optional.of(Long.toString(random.between(min, max)));
    }

    private static Optional<Long> number(String digits) {
        if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            if (!Names.isDigit(digits.charAt(i))) {
                return Optional.empty();
            }
            number = number * 10 + digits.charAt(i) - '0';
        }
        return Optional.of(number);
    }
}
