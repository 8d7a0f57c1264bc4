package io.holdfast.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Optional;

/// Any bytes as a message between parent and child: read or refused, and what was read is written and read the same.
public final class ControlWireFuzz {
    private ControlWireFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Optional<ControlMessage> message = ControlWire.read(ByteBuffer.wrap(input).asReadOnlyBuffer());
        if (message.isPresent()) {
            // Bytes that are no UTF-8 come back longer, as replacement characters.
            ByteBuffer out = ByteBuffer.allocate(ControlWire.MAX_LENGTH);
            ControlWire.write(message.get(), out);
            assertThat(ControlWire.read(out.flip())).isEqualTo(message);
        }
    }
}
