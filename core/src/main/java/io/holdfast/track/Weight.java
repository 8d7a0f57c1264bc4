package io.holdfast.track;

/// What a tracker does to a priority (`vrrp.md` 6.1).
///
/// @param amount  -254 to 254: added while all is well if positive, while it is not if negative; 0 for no arithmetic,
///                the instance is in fault instead. Of a file, what its number is multiplied by
/// @param reverse the other way round
public record Weight(int amount, boolean reverse) {
    /// Failure is a fault.
    public static final Weight FAULT = new Weight(0, false);
    /// Of a file: less than any sum can make up for.
    private static final int LOWEST = -254;
    private static final int HIGHEST = 253;

    /// Whether a priority changes, rather than the state.
    public boolean isArithmetic() {
        return amount != 0;
    }

    /// What is added to the priority (`vrrp.md` 6.1).
    public int contribution(Condition condition) {
        boolean counts = amount > 0 ? condition == Condition.UP : condition == Condition.DOWN;
        return counts ? signed(amount) : 0;
    }

    /// Whether the instance has to be in fault.
    public boolean isFault(Condition condition) {
        return !isArithmetic() && condition == (reverse ? Condition.UP : Condition.DOWN);
    }

    /// What the number in a file adds to the priority (`vrrp.md` 6.4), -254 to 253.
    public int contributionOf(int number) {
        long product = (long) number * signed(amount);
        return Math.clamp(product, LOWEST, HIGHEST);
    }

    /// Whether the number in a file means a fault.
    public boolean isFaultAt(int number) {
        return isArithmetic() ? contributionOf(number) == LOWEST : number != 0 != reverse;
    }

    private int signed(int number) {
        return reverse ? -number : number;
    }
}
