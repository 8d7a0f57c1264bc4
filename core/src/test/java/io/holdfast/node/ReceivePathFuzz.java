package io.holdfast.node;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

/// Packets into a node: which kind of instance, then one step after the other, each a few bytes of the input.
///
/// | step | what happens |
/// |---|---|
/// | 0 | raw bytes arrive |
/// | 1 | an advertisement of another router arrives, as it was sent |
/// | 2 | the same with some bytes changed |
/// | 3 | the same with lengths and checksum made right again |
/// | 4 | the same cut short or with something appended |
/// | 5 | the last accepted packet once more |
/// | 6 | the timer fires |
/// | 7 | time passes |
public final class ReceivePathFuzz {
    private static final int MOST_STEPS = 100;
    private static final int STEPS = 8;
    private static final int KINDS = 6;
    private static final int IP_HEADER = 20;
    private static final int SOURCE = 12;

    private final ByteBuffer input;
    private final FuzzScene scene;
    private final FuzzTwins twins;
    /// Whose the packet in hand is, where it does not say so itself: over IPv6.
    private IpAddress sender;

    private ReceivePathFuzz(byte[] bytes) {
        input = ByteBuffer.wrap(bytes);
        scene = FuzzScene.ALL.get(next() % FuzzScene.ALL.size());
        twins = new FuzzTwins(scene);
        sender = scene.senders().getFirst();
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        ReceivePathFuzz run = new ReceivePathFuzz(bytes);
        for (int i = 0; i < MOST_STEPS && run.input.hasRemaining(); i++) {
            run.step();
        }
    }

    private void step() {
        switch (next() % STEPS) {
            case 0 -> deliver(raw());
            case 1 -> deliver(advert());
            case 2 -> deliver(changed(advert()));
            case 3 -> deliver(corrected(changed(advert())));
            case 4 -> deliver(resized(advert()));
            case 5 -> twins.repeatLastAccepted();
            case 6 -> twins.fire();
            default -> twins.pass(Duration.ofMillis(next() * 4L));
        }
    }

    /// The next byte of the input; 0 after its end.
    private int next() {
        return input.hasRemaining() ? input.get() & 0xff : 0;
    }

    private byte[] raw() {
        byte[] bytes = new byte[Math.min(next(), input.remaining())];
        input.get(bytes);
        return bytes;
    }

    private byte[] advert() {
        int which = next();
        sender = scene.senders().get(which / KINDS % scene.senders().size());
        return scene.advert(which % KINDS, sender, next());
    }

    private byte[] changed(byte[] bytes) {
        for (int changes = next() % 4; changes >= 0 && bytes.length > 0; changes--) {
            bytes[next() % bytes.length] = (byte) next();
        }
        return bytes;
    }

    private byte[] resized(byte[] bytes) {
        return Arrays.copyOf(bytes, next() % (bytes.length + 16));
    }

    /// As if it had been meant: without a pseudo header where that is a form of its own, with one elsewhere.
    private byte[] corrected(byte[] bytes) {
        ByteBuffer packet = ByteBuffer.wrap(bytes);
        boolean v4 = scene.ours().family() == Family.IPV4;
        int message = v4 ? (bytes[0] & 0xf) * 4 : 0;
        if (bytes.length < message + 8) {
            return bytes;
        }
        if (v4) {
            packet.putShort(2, (short) bytes.length);
        }
        int length = bytes.length - message;
        long sum = v4 ? 0 : words(source(packet)) + words(scene.local()) + 112 + length;
        packet.putShort(message + 6, (short) 0);
        for (int i = 0; i < length; i++) {
            sum += (long) (bytes[message + i] & 0xff) << (i % 2 == 0 ? 8 : 0);
        }
        for (int i = 0; i < 4; i++) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        packet.putShort(message + 6, (short) ~sum);
        return bytes;
    }

    private static long words(IpAddress address) {
        long sum = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Short.SIZE) {
            sum += (address.high() >>> shift & 0xffff) + (address.low() >>> shift & 0xffff);
        }
        return sum;
    }

    private IpAddress source(ByteBuffer packet) {
        boolean inPacket = scene.ours().family() == Family.IPV4 && packet.limit() >= IP_HEADER;
        return inPacket ? IpAddress.v4(packet.getInt(SOURCE)) : sender;
    }

    private void deliver(byte[] bytes) {
        int hops = next();
        twins.deliver(source(ByteBuffer.wrap(bytes)), hops == 0 ? 255 : hops, bytes);
    }
}
