package io.holdfast.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A datagram each millisecond and its answer, counted one by one: `serve` answers, `ask ADDRESS` asks. A line on the
/// standard input of who asks is a question: when all has had its time to be answered, it prints how many datagrams
/// were sent, and how many of them were not answered. Run by [EchoClient].
public final class Echo {
    static final String READY = "ready";

    private static final int PORT = 7;
    private static final long EVERY_NANOS = 1_000_000;
    private static final long STRAGGLERS_NANOS = 5_000_000_000L;

    private final DatagramSocket socket;
    private final BitSet answered = new BitSet();
    private int sent;

    private Echo(DatagramSocket socket) {
        this.socket = socket;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("serve")) {
            serve();
            return;
        }
        try (DatagramSocket socket = new DatagramSocket()) {
            Echo echo = new Echo(socket);
            Thread.ofPlatform().daemon().start(echo::hear);
            echo.ask(new InetSocketAddress(InetAddress.getByName(arguments[1]), PORT));
        }
    }

    private static void serve() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(PORT)) {
            System.out.println(READY);
            DatagramPacket packet = new DatagramPacket(new byte[Integer.BYTES], Integer.BYTES);
            while (true) {
                socket.receive(packet);
                socket.send(packet);
            }
        }
    }

    private void ask(InetSocketAddress target) throws IOException, InterruptedException {
        Thread.ofPlatform().daemon().start(() -> send(target));
        System.out.println(READY);
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (questions.readLine() != null) {
            int asked = sentSoFar();
            System.out.println(asked + " " + unanswered(asked));
        }
    }

    /// What came late is not made up for: many at once would fill the other side's buffer, and seem lost.
    private void send(InetSocketAddress target) {
        long next = System.nanoTime();
        while (true) {
            try {
                socket.send(new DatagramPacket(
                        ByteBuffer.allocate(Integer.BYTES).putInt(0, nextNumber()).array(), Integer.BYTES, target));
            } catch (IOException _) {
                // It counts as sent, and will not be answered.
            }
            next = Math.max(next + EVERY_NANOS, System.nanoTime());
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void hear() {
        DatagramPacket packet = new DatagramPacket(new byte[Integer.BYTES], Integer.BYTES);
        while (true) {
            try {
                socket.receive(packet);
                answered(ByteBuffer.wrap(packet.getData()).getInt());
            } catch (IOException _) {
                return;
            }
        }
    }

    private synchronized int nextNumber() {
        return sent++;
    }

    private synchronized void answered(int number) {
        answered.set(number);
        notifyAll();
    }

    private synchronized int sentSoFar() {
        return sent;
    }

    /// How many of the first `asked` get no answer, however long it takes.
    private synchronized int unanswered(int asked) throws InterruptedException {
        long end = System.nanoTime() + STRAGGLERS_NANOS;
        long left = STRAGGLERS_NANOS;
        while (missing(asked) > 0 && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
        return missing(asked);
    }

    private int missing(int asked) {
        return asked - answered.get(0, asked).cardinality();
    }
}
