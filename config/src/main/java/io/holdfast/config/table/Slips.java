package io.holdfast.config.table;

/// Habits of other languages: semicolons, equals signs, comments with slashes. And characters that only look right.
public final class Slips {
    private Slips() {}

    /// What to tell about a word that does not fit, without quoting more of it than its punctuation; empty if nothing
    /// comes to mind.
    public static String hint(String bytes) {
        String alike = Lookalikes.hint(bytes);
        return alike.isEmpty() ? punctuation(bytes) : alike;
    }

    private static String punctuation(String word) {
        if (word.indexOf('=') >= 0) {
            return "write keyword and value with a blank between them, without the =";
        }
        if (word.endsWith(":")) {
            return "write keyword and value with a blank between them, without the :";
        }
        if (word.startsWith("//") || word.startsWith("/*") || word.startsWith("--")) {
            return "a comment begins with # or ! and ends with its line";
        }
        if (word.equals("-")) {
            return "write each entry of a list on a line of its own, without the -";
        }
        if (word.endsWith(";")) {
            return "delete the ; since a statement ends with its line, and a block with its }";
        }
        if (word.endsWith(",")) {
            return "delete the , since words are separated by blanks, and entries of a list by lines";
        }
        if (word.startsWith("[")) {
            return "write a list as { and }, each value on a line of its own, without [ and ]";
        }
        return word.startsWith("'") || word.endsWith("'") ? "' is not a quote here: type \" or leave it out" : "";
    }
}
