package io.holdfast.bfd;

/// @param weight  -253 to 253; 0 makes a fault of a session that is down
/// @param reverse the session counts while it is down
public record BfdWeight(int weight, boolean reverse) {
    public static final BfdWeight NONE = new BfdWeight(0, false);
}
