package io.holdfast.config.vrrp;

import io.holdfast.config.table.Value;

/// An rtnetlink scope by name or number (11.4, the built-in names).
public record ScopeValue() implements Value<Integer> {
    @Override
    public String expects() {
        return "global, site, link, host, nowhere or a number from 0 to 255";
    }

    @Override
    public Outcome<Integer> read(String text) {
        return switch (text) { // RT_SCOPE_* of linux/rtnetlink.h
            case "global" -> Outcome.of(0);
            case "site" -> Outcome.of(200);
            case "link" -> Outcome.of(253);
            case "host" -> Outcome.of(254);
            case "nowhere" -> Outcome.of(255);
            default -> number(text);
        };
    }

    private static Outcome<Integer> number(String text) {
        try {
            boolean digits = !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
            int number = digits ? Integer.decode(text) : -1;
            return number >= 0 && number <= 255 ? Outcome.of(number) : Outcome.wrong();
        } catch (NumberFormatException e) {
            return Outcome.wrong();
        }
    }
}
