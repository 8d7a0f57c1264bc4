package io.holdfast.vrrp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/// The Ethernet frames of `vrrp.md` 1.12, captured from keepalived, that are IPv4 multicast without AH or HMAC.
final class Vectors {
    private static final int ETHERNET = 14;

    static final String T1 = """
            01005e00001202000000000a080045c0002c00010000ff70188dc0000201e00000122133c802000191fec0000264c0000265
            0000000000000000""";
    static final String T2 = """
            01005e00001202000000000a080045c0002c00040000ff70188ac0000201e000001221330002000159ffc0000264c0000265
            0000000000000000""";
    static final String T3 = """
            01005e00001202000000000a080045c0002c00010000ff70188dc0000201e00000122133c802010154e4c0000264c0000265
            7333637265740000""";
    static final String T7 = """
            01005e00001202000000000a080045c0002400010000ff701895c0000201e00000123133c8020064df06c0000264c0000265""";
    static final String T8 = """
            01005e00001202000000000a080045c0002400010000ff701895c0000201e00000123133c8020064819bc0000264c0000265""";
    static final String T9 = """
            01005e00001202000000000a080045c0002400040000ff701892c0000201e0000012313300020064a707c0000264c0000265""";
    static final String T20 = """
            ffffffffffff02000000000a0806000108000604000102000000000ac0000264ffffffffffffc0000264""";

    private Vectors() {}

    static byte[] frame(String vector) {
        return HexFormat.of().parseHex(vector.replaceAll("\\s", ""));
    }

    /// The IPv4 packet in a frame.
    static byte[] packet(String vector) {
        byte[] frame = frame(vector);
        return Arrays.copyOfRange(frame, ETHERNET, frame.length);
    }

    static ByteBuffer buffer(String vector) {
        return ByteBuffer.wrap(packet(vector));
    }
}
