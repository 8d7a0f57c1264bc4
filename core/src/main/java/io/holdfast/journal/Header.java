package io.holdfast.journal;

import io.holdfast.vrrp.Digest;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Who wrote a journal.
///
/// @param origin the boot and the network namespace it is about
/// @param pid    the process that writes it, or the last that did
public record Header(Origin origin, int pid) {

    /// Empty if this is no journal, or one of another format.
    static Optional<Header> read(ByteBuffer bytes) {
        if (bytes.capacity() < Layout.SLOTS
                || bytes.getLong(Layout.AT_MAGIC) != Layout.MAGIC || bytes.getInt(Layout.AT_FORMAT) != Layout.FORMAT) {
            return Optional.empty();
        }
        Header header = new Header(new Origin(bytes.getLong(Layout.AT_BOOT_HIGH), bytes.getLong(Layout.AT_BOOT_LOW),
                bytes.getLong(Layout.AT_NAMESPACE)), bytes.getInt(Layout.AT_PID));
        return header.sum() == bytes.getLong(Layout.AT_HEADER_SUM) ? Optional.of(header) : Optional.empty();
    }

    void write(ByteBuffer bytes) {
        bytes.putLong(Layout.AT_MAGIC, Layout.MAGIC);
        bytes.putInt(Layout.AT_FORMAT, Layout.FORMAT);
        bytes.putInt(Layout.AT_PID, pid);
        bytes.putLong(Layout.AT_BOOT_HIGH, origin.bootHigh());
        bytes.putLong(Layout.AT_BOOT_LOW, origin.bootLow());
        bytes.putLong(Layout.AT_NAMESPACE, origin.namespace());
        bytes.putLong(Layout.AT_HEADER_SUM, sum());
    }

    private long sum() {
        return Digest.begin().add(Layout.FORMAT).add(pid).add(origin.bootHigh()).add(origin.bootLow())
                .add(origin.namespace()).value();
    }
}
