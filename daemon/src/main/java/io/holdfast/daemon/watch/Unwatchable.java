package io.holdfast.daemon.watch;

import io.holdfast.linux.sys.FileSystem;

/// File systems on which a change may happen that this kernel does not hear of, or none can happen at all
/// (`vrrp.md` 6.4).
final class Unwatchable {
    private Unwatchable() {}

    /// What is wrong with it, to follow the words "is on"; empty if nothing is.
    static String reason(FileSystem system) {
        String kind = kind(system.magic());
        if (!kind.isEmpty()) {
            return kind + ", where changes are not reported";
        }
        return system.readOnly() ? "a file system that is mounted read-only, where nothing changes" : "";
    }

    /// The constants of linux/magic.h, and of fs/ for those that keep theirs.
    private static String kind(int magic) {
        return switch (magic) {
            case 0x9fa0 -> "proc";
            case 0x62656572 -> "sysfs";
            case 0x27e0eb, 0x63677270 -> "cgroup";
            case 0x64626720 -> "debugfs";
            case 0x74726163 -> "tracefs";
            case 0x73636673 -> "securityfs";
            case 0x62656570 -> "configfs";
            case 0x6165676c -> "pstore";
            case 0xcafe4a11 -> "bpf";
            case 0x1cd1 -> "devpts";
            case 0x6969 -> "NFS";
            case 0x517b, 0xff534d42, 0xfe534d42 -> "SMB";
            case 0x65735546 -> "FUSE";
            case 0x01021997 -> "9p";
            case 0x00c36400 -> "Ceph";
            case 0x5346414f -> "AFS";
            case 0x73757245 -> "Coda";
            case 0x0bd00bd0 -> "Lustre";
            default -> "";
        };
    }
}
