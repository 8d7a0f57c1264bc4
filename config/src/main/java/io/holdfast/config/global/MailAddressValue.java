package io.holdfast.config.global;

import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Value;

/// A mail address, or `NAME <ADDRESS>`, whose name is put in quotes if it has characters that need them (14).
record MailAddressValue() implements Value<String> {
    private static final String SPECIAL = "()<>[]:;@\\,.";

    @Override
    public String expects() {
        return "a mail address";
    }

    @Override
    public Outcome<String> read(String text) {
        String address = Shown.decoded(text);
        int bracket = address.endsWith(">") ? address.lastIndexOf('<') : -1;
        if (address.isEmpty()) {
            return Outcome.wrong();
        }
        return bracket < 0 || !needsQuotes(address.substring(0, bracket)) ? Outcome.of(address)
                : Outcome.of(quoted(address.substring(0, bracket).strip()) + " " + address.substring(bracket));
    }

    private static boolean needsQuotes(String name) {
        if (name.startsWith("\"") && name.strip().endsWith("\"")) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (SPECIAL.indexOf(name.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String quoted(String name) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
