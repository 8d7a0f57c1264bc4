package io.holdfast.config.table;

import io.holdfast.config.finding.Shown;
import java.util.Locale;

/// Characters that web pages and word processors put in place of those on the keyboard. keepalived takes them for
/// letters, so that a tutorial copied from a browser fails in ways that cannot be seen.
final class Lookalikes {
    private Lookalikes() {}

    /// What to tell about the first such character; empty if there is none.
    static String hint(String bytes) {
        if (Shown.isAscii(bytes)) {
            return "";
        }
        String text = Shown.decoded(bytes);
        for (int i = 0; i < text.length(); i++) {
            String meant = meant(text.charAt(i));
            if (!meant.isEmpty()) {
                return describe(text.charAt(i)) + meant;
            }
        }
        return "";
    }

    private static String describe(char c) {
        String code = Integer.toHexString(0x10000 + c).substring(1).toUpperCase(Locale.ROOT);
        boolean visible = Shown.cells(Character.toString(c)) > 0 && !Character.isSpaceChar(c);
        String name = String.valueOf(Character.getName(c)).toLowerCase(Locale.ROOT);
        return (visible ? c + " " : "") + "(U+" + code + ", " + name + ") ";
    }

    /// What the character stands for and what to do; empty for an honest character.
    private static String meant(char c) {
        if (isDoubleQuote(c)) {
            return "is not the plain quote \" that keepalived knows, but a part of the word; type \" or leave it out";
        }
        if ((c >= '\u2018' && c <= '\u201b') || c == '\u2032') {
            return "is not a quote for keepalived, but a part of the word; type \" or leave it out";
        }
        if (c == '\uff1b' || c == '\uff0c' || c == '\u3001' || c == '\u3002') {
            return "has no meaning here; delete it";
        }
        if (c == '\uff1a' || c == '\uff1d') {
            return "has no meaning here; type a blank instead";
        }
        if (c >= '\uff01' && c <= '\uff5e') {
            return "is the full-width form of " + (char) (c - 0xfee0) + "; type the plain " + (char) (c - 0xfee0);
        }
        if (c == '\u00a0' || (c >= '\u2000' && c <= '\u200a') || c == '\u202f' || c == '\u205f' || c == '\u3000') {
            return "does not separate words as a blank does; replace each by a blank";
        }
        if ((c >= '\u200b' && c <= '\u200f') || c == '\u2060' || c == '\ufeff' || c == '\u00ad') {
            return "is invisible, but a part of the word; delete it";
        }
        if ((c >= '\u2010' && c <= '\u2015') || c == '\u2212') {
            return "is not the plain -; type -";
        }
        return "";
    }

    private static boolean isDoubleQuote(char c) {
        return (c >= '\u201c' && c <= '\u201f') || c == '\u00ab' || c == '\u00bb' || c == '\u2033' || c == '\u300c'
                || c == '\u300d';
    }
}
