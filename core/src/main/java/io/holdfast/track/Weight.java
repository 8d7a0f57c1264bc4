package io.holdfast.track;

/// What a tracker does to a priority (`vrrp.md` 6.1).
///
/// @param amount  -254 to 254: added while all is well if positive, while it is not if negative; 0 for no arithmetic,
///                the instance is in fault instead. Of a file, what its number is multiplied by
/// @param reverse the other way round
public record Weight(int amount, boolean reverse) {
    /// Failure is a fault.
    public static final Weight FAULT = new Weight(0, false);

    /// Whether a priority changes, rather than the state.
    public boolean isArithmetic() {
        return amount != 0;
    }
}
