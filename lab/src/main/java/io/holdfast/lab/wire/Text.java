package io.holdfast.lab.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Addresses in a frame as text.
final class Text {
    private static final int BYTES_V4 = 4;
    private static final int MAC_BYTES = 6;

    private Text() {}

    static String mac(ByteBuffer frame, int at) {
        return HexFormat.ofDelimiter(":").formatHex(bytes(frame, at, MAC_BYTES));
    }

    static String address(ByteBuffer frame, int at, int length) {
        return length == BYTES_V4 ? dotted(frame, at) : canonical(frame, at);
    }

    static byte[] bytes(ByteBuffer frame, int at, int length) {
        byte[] bytes = new byte[length];
        frame.get(at, bytes);
        return bytes;
    }

    private static String dotted(ByteBuffer frame, int at) {
        return (frame.get(at) & 0xff) + "." + (frame.get(at + 1) & 0xff) + "." + (frame.get(at + 2) & 0xff) + "."
                + (frame.get(at + 3) & 0xff);
    }

    /// RFC 5952: the longest run of zeros, the first of several, becomes `::`.
    private static String canonical(ByteBuffer frame, int at) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            groups.add(Integer.toHexString(frame.getShort(at + 2 * i) & 0xffff));
        }
        int start = 0;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int zeros = zerosFrom(groups, i);
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        return length == 1 ? String.join(":", groups)
                : String.join(":", groups.subList(0, start)) + "::"
                        + String.join(":", groups.subList(start + length, 8));
    }

    private static int zerosFrom(List<String> groups, int start) {
        int end = start;
        while (end < groups.size() && groups.get(end).equals("0")) {
            end++;
        }
        return end - start;
    }
}
