package io.holdfast.config.global;

import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Value;

/// A host name or address. Names are looked up when there is something to send: a name server that is down when the
/// daemon starts must not keep it from ever sending mail, as it does with keepalived (10).
record MailServerValue() implements Value<String> {
    private static final int LONGEST_NAME = 253; // RFC 1035 2.3.4, as text

    @Override
    public String expects() {
        return "a host name or an IP address";
    }

    @Override
    public Outcome<String> read(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && c != '.' && c != '-' && c != '_' && c != ':') {
                return Outcome.wrong();
            }
        }
        return text.isEmpty() || text.length() > LONGEST_NAME ? Outcome.wrong() : Outcome.of(Shown.decoded(text));
    }
}
