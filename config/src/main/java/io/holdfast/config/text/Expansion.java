package io.holdfast.config.text;

import io.holdfast.config.finding.Findings;
import io.holdfast.config.finding.Problem;

/// Parameters, sequences and lists (5, 6): steps 4 to 6 of section 7. Recognised where keepalived would expand them,
/// and refused, since a configuration without them would mean something else.
final class Expansion {
    private static final String[] PREDEFINED = {"_PWD", "_INSTANCE", "_RANDOM", "_ENV", "_HASH", "_BANG"};

    private Expansion() {}

    /// Whether the text from here on is one that cannot be taken as it stands; if so, it has been reported.
    static boolean refuses(PhysicalLine at, LineText line, int from, Findings findings) {
        String text = line.text();
        char first = text.charAt(from);
        if (first == '$' && isDefinition(line, from)) {
            return report(at, from, "a parameter is defined here", findings);
        }
        if (first == '~' && isSequence(text, from)) {
            return report(at, from, "a sequence or list begins here", findings);
        }
        int use = predefined(text, from, line.to());
        return use >= 0 && report(at, use, "a predefined parameter is used here", findings);
    }

    private static boolean report(PhysicalLine at, int column, String what, Findings findings) {
        findings.add(at.finding(Problem.EXPANSION, column, 1, what + ", which is not supported yet")
                .so("the line is left out, and the configuration is refused"));
        return true;
    }

    private static boolean isDefinition(LineText line, int from) {
        int at = from + 1;
        while (at < line.to() && isNamePart(line.text().charAt(at), at == from + 1)) {
            at++;
        }
        return at > from + 1 && at < line.to() && line.text().charAt(at) == '=';
    }

    private static boolean isNamePart(char c, boolean first) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!first && c >= '0' && c <= '9');
    }

    private static boolean isSequence(String text, int from) {
        return text.startsWith("~SEQ", from) || text.startsWith("~LST", from);
    }

    /// Where a predefined parameter is used, or -1. Any other `$NAME` that was not defined stays as it is (5.3).
    private static int predefined(String text, int from, int to) {
        int dollar = text.indexOf('$', from);
        while (dollar >= 0 && dollar < to) {
            int name = dollar + (text.startsWith("${", dollar) ? 2 : 1);
            for (String known : PREDEFINED) {
                if (text.startsWith(known, name)) {
                    return dollar;
                }
            }
            dollar = text.indexOf('$', dollar + 1);
        }
        return -1;
    }
}
