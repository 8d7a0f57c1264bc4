package io.holdfast.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A journal for people and tools. Reads a copy, or the live file of another process: what is being written at that
/// moment is left out.
///
/// @param header    who wrote it
/// @param instances where those stand that are master or backup, or could be
/// @param events    what happened, the oldest first
public record JournalReader(Header header, List<InstanceRecord> instances, List<JournalEvent> events) {

    /// @param bytes position and limit do not matter
    /// @return empty if it is no journal, or one of another format
    public static Optional<JournalReader> read(ByteBuffer bytes) {
        ByteBuffer view = Layout.view(bytes);
        Optional<Header> header = Header.read(view);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        List<InstanceRecord> instances = new ArrayList<>();
        for (int i = 0; i < Layout.slotCount(view); i++) {
            if (Slot.isValid(i, view)) {
                instances.add(Slot.read(i, view));
            }
        }
        return Optional.of(new JournalReader(header.get(), instances, new EventRing(view).read()));
    }
}
