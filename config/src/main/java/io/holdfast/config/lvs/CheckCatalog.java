package io.holdfast.config.lvs;

import java.util.List;

/// The kinds of check that a real server may have. Asked when the first real server is met, and not before: a process
/// without real servers need not load them.
public interface CheckCatalog {
    List<CheckKind> kinds();
}
