package io.holdfast.route;

import io.holdfast.base.Prefix;
import java.util.Optional;
import java.util.OptionalInt;

/// What a packet has to be like for a rule; what is empty does not matter.
///
/// @param from            source
/// @param to              destination
/// @param tos             type of service, 0 to 255
/// @param mark            firewall mark
/// @param input           interface it came in by
/// @param output          interface its socket is bound to
/// @param protocol        layer 4 protocol, 0 to 255
/// @param sourcePort      source port
/// @param destinationPort destination port
/// @param user            id of the user whose socket it is from
/// @param tunnelId        tunnel it came out of, an unsigned number of 64 bits
public record Selectors(Optional<Prefix> from, Optional<Prefix> to, OptionalInt tos, Optional<Mark> mark,
        Optional<String> input, Optional<String> output, OptionalInt protocol, Optional<Range> sourcePort,
        Optional<Range> destinationPort, Optional<Range> user, Optional<Long> tunnelId) {

    /// A firewall mark of 32 bits.
    ///
    /// @param mask the bits that count
    public record Mark(int value, int mask) {}

    /// @param first the least
    /// @param last  the most, itself included
    public record Range(long first, long last) {}
}
