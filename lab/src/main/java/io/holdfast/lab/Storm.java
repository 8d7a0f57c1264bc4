package io.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// VRRPv3 advertisements in great numbers, sent by tcpreplay.
///
/// @param vrid     the virtual router they are for
/// @param priority what they claim
/// @param senders  how many source addresses take turns
/// @param valid    whether their checksum is right
public record Storm(int vrid, int priority, int senders, boolean valid) {
    public static final int PER_SECOND = 50_000;

    private static final Pattern SENT = Pattern.compile("Actual: (\\d+) packets");
    private static final HexFormat HEX = HexFormat.of();
    private static final int MAGIC = 0xa1b2c3d4; // pcap-savefile(5)
    private static final int ETHERNET = 14;
    private static final int IP = 20;
    private static final int VRRP = 12;

    /// Why this machine cannot make one, if it cannot.
    public static Optional<String> missing() {
        return Command.exists("tcpreplay") ? Optional.empty() : Optional.of("tcpreplay is not installed");
    }

    /// Rages for a time, sent by a host from addresses 10.99.1.1 and following, and returns when it is over.
    ///
    /// @return how many packets were sent
    public int rage(Lab lab, Host from, Duration time) {
        try {
            Path file = Files.createTempFile(lab.directory(), "storm-", ".pcap");
            Files.write(file, capture());
            String said = Command.run(from.namespace().inside(List.of("tcpreplay", "-q", "-i", Host.DEVICE,
                    "--preload-pcap", "--loop=0", "--pps=" + PER_SECOND, "--duration=" + time.toSeconds(),
                    file.toString())), "");
            Matcher sent = SENT.matcher(said);
            if (!sent.find()) {
                throw new LabException("tcpreplay does not say what it sent: " + said);
            }
            return Integer.parseInt(sent.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] capture() {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < senders; i++) {
            frames.add(frame(0x0a630101 + i)); // 10.99.1.1
        }
        // Many copies, so that a turn of tcpreplay's loop is long.
        int copies = Math.max(1, 1_000 / senders);
        ByteBuffer file = ByteBuffer.allocate(24 + copies * senders * (16 + ETHERNET + IP + VRRP))
                .order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(MAGIC).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0).putInt(65_535).putInt(1);
        for (int i = 0; i < copies; i++) {
            for (byte[] frame : frames) {
                file.putInt(0).putInt(0).putInt(frame.length).putInt(frame.length).put(frame);
            }
        }
        return file.array();
    }

    /// RFC 9568 section 5.2, every 0.3 s for 10.99.0.100.
    private byte[] frame(int source) {
        ByteBuffer frame = ByteBuffer.allocate(ETHERNET + IP + VRRP);
        frame.put(HEX.parseHex("01005e00001202000000000a0800")).put(HEX.parseHex("45c0002000000000ff700000"));
        frame.putInt(source).putInt(0xe0000012);
        frame.put((byte) 0x31).put((byte) vrid).put((byte) priority).put((byte) 1).putShort((short) 30)
                .putShort((short) 0).putInt(0x0a630064);
        frame.putShort(ETHERNET + 10, (short) checksum(frame, ETHERNET, IP, 0));
        int pseudoHeader = (source >>> 16) + (source & 0xffff) + 0xe000 + 0x0012 + 112 + VRRP;
        int right = checksum(frame, ETHERNET + IP, VRRP, pseudoHeader);
        frame.putShort(ETHERNET + IP + 6, (short) (valid ? right : ~right));
        return frame.array();
    }

    private static int checksum(ByteBuffer bytes, int from, int length, int start) {
        int sum = start;
        for (int i = from; i < from + length; i += 2) {
            sum += bytes.getShort(i) & 0xffff;
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        return ~((sum & 0xffff) + (sum >>> 16)) & 0xffff;
    }
}
