package io.holdfast.config.finding;

/// What usually mends a problem, where that can be said without knowing the words; a finding may know better.
final class Cures {
    private Cures() {}

    /// The hint of a finding that has no better one; empty if its message is all there is to say.
    static String of(Problem problem) {
        return switch (problem) {
            case INCLUDE_MISSED, INCLUDE_CHECK -> "a path that does not begin with / is looked for beside the file "
                    + "with the include; create the file, or delete the line";
            case LINE_TOO_LONG -> "break the line, or move the end of a comment to a line of its own";
            case UNBALANCED_QUOTE -> "put a second \" where the text ends";
            case MISSING_CLOSE -> "add the missing }; from here on, count one for each {";
            case EXCESS_CLOSE -> "delete it, or an earlier } that closed its block too soon";
            case STRAY_OPEN -> "delete it and its }, or write the keyword of a block in front of it";
            case MISSING_OPEN -> "write { at the end of this line, in front of any comment, and } behind the content";
            case UNKNOWN_KEYWORD -> "correct the spelling, or begin the line with # to make it a comment";
            case WORDS_BEFORE_BRACE -> "write them between { and }, each on a line of its own";
            case NAME_TAKEN -> "rename this one, or make one of the two";
            case DUPLICATE_ADDRESS, REPEATED -> "delete one of the two";
            case MISSING_WORD, WORD_LEFT_OUT -> "write it on the same line, or delete the keyword";
            case UNDEFINED_PARAMETER -> "define it in a line of its own above: $NAME=VALUE";
            case DUPLICATE_TRACKER, OWN_INTERFACE -> "delete the line";
            case LONE_MEMBER -> "add the other instances to its list, or delete the group";
            case NAME_SHADOWED -> "rename this one, or delete it";
            default -> "";
        };
    }
}
