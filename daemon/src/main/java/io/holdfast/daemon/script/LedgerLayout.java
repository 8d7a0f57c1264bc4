package io.holdfast.daemon.script;

import io.holdfast.linux.sys.Sysctl;
import java.nio.ByteBuffer;

/// Where in the file of running scripts is what.
///
/// ```
///    0 magic:u64   8 boot:u64   16 entry*
///      entry := pid:u32 unused:u32 started:u64      pid 0: no script; started in ticks since the boot
/// ```
final class LedgerLayout {
    static final int ENTRIES = 16;
    static final int ENTRY = 16;
    static final int STARTED = 8;
    private static final long MAGIC = 0x48665363_72697031L;
    private static final int BOOT = 8;

    private LedgerLayout() {}

    static int size(int entries) {
        return ENTRIES + entries * ENTRY;
    }

    static int at(int entry) {
        return ENTRIES + entry * ENTRY;
    }

    static void begin(ByteBuffer file) {
        file.putLong(0, MAGIC).putLong(BOOT, boot());
    }

    /// Whether it is of this boot, whose process numbers and times it has.
    static boolean isCurrent(ByteBuffer file) {
        return file.capacity() >= ENTRIES && file.getLong(0) == MAGIC && file.getLong(BOOT) == boot();
    }

    /// Half of the number that the kernel drew for this boot.
    private static long boot() {
        String id = Sysctl.read("kernel", "random", "boot_id").orElse("").replace("-", "");
        return id.length() != 32 ? 0 : Long.parseUnsignedLong(id, 0, 16, 16);
    }
}
