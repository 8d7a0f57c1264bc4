package io.holdfast.node;

/// Names an instance to the shell. The number stays the same through reloads, also through a renaming.
///
/// @param number given by the node, never used twice
/// @param name   the configured name, for messages
public record InstanceId(int number, String name) {

    // Written out: what a record generates is linked on first use, in the middle of a failover.
    @Override
    public boolean equals(Object other) {
        return other instanceof InstanceId id && id.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return name;
    }
}
