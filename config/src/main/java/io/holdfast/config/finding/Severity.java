package io.holdfast.config.finding;

/// What a finding means for a start or a reload; both judge alike.
public enum Severity {
    /// What makes keepalived give up: the daemon does not start, a reload is refused.
    REFUSE("error"),
    /// Reported, then corrected or left out as keepalived does.
    WARN("warning"),
    /// Good to know; nothing was changed.
    NOTE("note");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /// The word printed before the message.
    public String label() {
        return label;
    }
}
