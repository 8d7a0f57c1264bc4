package io.holdfast.linux.route;

import java.util.List;

/// A listing from the kernel.
///
/// @param entries     in the kernel's order
/// @param interrupted whether something changed meanwhile, so that entries may be missing or double: ask again
public record Dump<T>(List<T> entries, boolean interrupted) {
    public Dump {
        entries = List.copyOf(entries);
    }
}
