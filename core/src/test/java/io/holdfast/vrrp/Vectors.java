package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/// The Ethernet frames of `vrrp.md` 1.12, captured from keepalived, without AH and HMAC.
final class Vectors {
    private static final int ETHERNET = 14;
    private static final int IPV6_HEADER = 40;

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
    static final String T10 = """
            02000000000b02000000000a080045c00024000100004070f5a5c0000201c00002023133c8020064fd16c0000264c0000265""";
    static final String T11 = """
            02000000000b02000000000a080045c0002400010000ff7036a5c0000201c00002023133c8020064df06c0000264c0000265""";
    static final String T12 = """
            33330000001202000000000a86dd6c09c629002870fffe80000000000000000000fffe00000aff0200000000000000000000
            000000123133c8020064daf3fe80000000000000000000000000010020010db8000000000000000000000100""";
    static final String T13 = """
            33330000001202000000000a86dd6c09c629002870fffe80000000000000000000fffe00000aff0200000000000000000000
            00000012313300020064a2f4fe80000000000000000000000000010020010db8000000000000000000000100""";
    static final String T14 = """
            02000000000b02000000000a86dd6c0ab4f30028704020010db800000000000000000000000120010db80000000000000000
            000000023133c80200647c1efe80000000000000000000000000010020010db8000000000000000000000100""";
    static final String T15 = """
            33330000001202000000000a86dd6c09c629001870fffe80000000000000000000fffe00000aff0200000000000000000000
            000000122133c80100011a21fe800000000000000000000000000100""";
    static final String T20 = """
            ffffffffffff02000000000a0806000108000604000102000000000ac0000264ffffffffffffc0000264""";

    static final String T22 = """
            33330000000102000000000a86dd6000000000203afffe800000000000000000000000000100ff0200000000000000000000
            000000018800559420000000fe800000000000000000000000000100020102000000000a""";
    static final String T23 = """
            33330000000100005e00023386dd6000000000203afffe800000000000000000000000000100ff0200000000000000000000
            000000018800f76a20000000fe800000000000000000000000000100020100005e000233""";

    private Vectors() {}

    static byte[] frame(String vector) {
        return HexFormat.of().parseHex(vector.replaceAll("\\s", ""));
    }

    /// The IPv4 packet in a frame.
    static byte[] packet(String vector) {
        byte[] frame = frame(vector);
        return Arrays.copyOfRange(frame, ETHERNET, frame.length);
    }

    /// The VRRP message in an IPv6 frame.
    static byte[] message(String vector) {
        byte[] packet = packet(vector);
        return Arrays.copyOfRange(packet, IPV6_HEADER, packet.length);
    }

    /// What the kernel says about the header of an IPv6 frame.
    static IpHeader header(String vector) {
        byte[] packet = packet(vector);
        return IpHeader.v6(IpAddress.of(Arrays.copyOfRange(packet, 8, 24)),
                IpAddress.of(Arrays.copyOfRange(packet, 24, IPV6_HEADER)), packet[7] & 0xff,
                packet.length - IPV6_HEADER);
    }

    static ByteBuffer buffer(String vector) {
        return ByteBuffer.wrap(packet(vector));
    }
}
