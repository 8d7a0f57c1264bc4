package io.holdfast.daemon.process;

/// The memory the JVM holds for objects.
public final class Heap {
    /// What is not worth a pause.
    private static final long SMALL = 8L << 20;

    private Heap() {}

    /// Gives back what a large configuration took while it was read, many times what is kept of it. Afterwards hardly
    /// anything is allocated, so that the JVM would never find a reason to. Pauses all threads for some milliseconds
    /// per thousand instances, and not at all where the heap is small.
    public static void giveBack() {
        if (Runtime.getRuntime().totalMemory() > SMALL) {
            System.gc();
        }
    }
}
