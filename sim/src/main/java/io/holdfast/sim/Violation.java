package io.holdfast.sim;

/// Something happened that must not happen. The message says what, and ends with the seed and the journal, which is
/// all one needs to see it again.
public final class Violation extends AssertionError {
    private static final long serialVersionUID = 1;

    Violation(String text, String journal) {
        super(text + "\n" + journal);
    }
}
