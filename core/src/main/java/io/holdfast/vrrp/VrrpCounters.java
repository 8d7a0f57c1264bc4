package io.holdfast.vrrp;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The counters of one instance. Mutable; owned by whoever owns the instance.
public final class VrrpCounters {

    private static final class Cell {
        private long value;
    }

    // Cells, so that counting allocates nothing.
    private final Map<VrrpCounter, Cell> cells = new EnumMap<>(VrrpCounter.class);

    /// All at zero.
    public VrrpCounters() {
        for (VrrpCounter counter : VrrpCounter.values()) {
            cells.put(counter, new Cell());
        }
    }

    public void count(VrrpCounter counter) {
        cell(counter).value++;
    }

    public long of(VrrpCounter counter) {
        return cell(counter).value;
    }

    /// Starts again at zero, as the signal that clears statistics asks.
    public void clear() {
        for (Cell cell : cells.values()) {
            cell.value = 0;
        }
    }

    /// The values as they are now, for whoever reads them later.
    public VrrpCounters copy() {
        VrrpCounters copy = new VrrpCounters();
        for (VrrpCounter counter : VrrpCounter.values()) {
            copy.cell(counter).value = of(counter);
        }
        return copy;
    }

    private Cell cell(VrrpCounter counter) {
        return Objects.requireNonNull(cells.get(counter));
    }
}
