package io.holdfast.config.route;

/// A name that iproute2 knows, or a number; which is found out where the machine is known ([IprouteNames]).
public record Name(String text) {
    @Override
    public String toString() {
        return text;
    }
}
