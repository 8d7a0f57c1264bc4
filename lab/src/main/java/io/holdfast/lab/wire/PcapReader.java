package io.holdfast.lab.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Optional;

/// Reads packets from a pcap stream (the classic format, microseconds, Ethernet) as it is written.
public final class PcapReader {
    private static final int MAGIC = 0xa1b2c3d4; // pcap-savefile(5)
    private static final int LINKTYPE_ETHERNET = 1;
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int LONGEST_FRAME = 256 * 1024; // MAXIMUM_SNAPLEN of libpcap

    private final DataInputStream in;
    private final ByteOrder order;

    /// Reads the header of the stream; blocks until it is there.
    public PcapReader(InputStream stream) throws IOException {
        in = new DataInputStream(stream);
        ByteBuffer header = ByteBuffer.wrap(in.readNBytes(FILE_HEADER));
        if (header.limit() < FILE_HEADER) {
            throw new EOFException("no pcap header");
        }
        order = header.getInt(0) == MAGIC ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        header.order(order);
        if (header.getInt(0) != MAGIC || header.getInt(20) != LINKTYPE_ETHERNET) {
            throw new IOException("not a microsecond pcap stream of Ethernet frames");
        }
    }

    /// The next packet of interest; frames of other kinds are passed over. Empty at the end of the stream.
    public Optional<Packet> next() throws IOException {
        while (true) {
            ByteBuffer header = ByteBuffer.wrap(in.readNBytes(RECORD_HEADER)).order(order);
            if (header.limit() < RECORD_HEADER) {
                return Optional.empty();
            }
            int captured = header.getInt(8);
            if (captured < 0 || captured > LONGEST_FRAME) {
                throw new IOException("a frame of " + captured + " bytes");
            }
            ByteBuffer frame = ByteBuffer.wrap(in.readNBytes(captured));
            if (frame.limit() < captured) {
                return Optional.empty();
            }
            Instant at = Instant.ofEpochSecond(header.getInt(0) & 0xffff_ffffL, header.getInt(4) * 1000L);
            Optional<Packet> packet = Frames.read(at, frame);
            if (packet.isPresent()) {
                return packet;
            }
        }
    }
}
