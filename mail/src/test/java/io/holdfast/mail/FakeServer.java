package io.holdfast.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A mail server that answers each command as it is told to, and keeps what it heard. Without an answer it is silent.
final class FakeServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Map<String, String> answers;
    private final List<String> heard = new ArrayList<>();
    private final Thread thread;

    private FakeServer(Map<String, String> answers) throws IOException {
        listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.answers = answers;
        thread = Thread.ofPlatform().daemon().start(this::serve);
    }

    /// @param answers by the first word of the command; `""` is the greeting, `.` the end of the message
    static FakeServer answering(Map<String, String> answers) throws IOException {
        return new FakeServer(answers);
    }

    int port() {
        return listener.getLocalPort();
    }

    /// Every line so far, once the connection is over.
    List<String> heard() throws InterruptedException {
        thread.join();
        return heard;
    }

    private void serve() {
        try (Socket client = listener.accept();
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(),
                        StandardCharsets.UTF_8))) {
            answer(client, "");
            boolean inMessage = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                if (inMessage && !line.equals(".")) {
                    continue;
                }
                String word = line.split("[ :]", 2)[0];
                inMessage = word.equals("DATA") && answers.getOrDefault("DATA", "").startsWith("354");
                answer(client, word);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(Socket client, String word) throws IOException {
        String answer = answers.get(word);
        if (answer != null) {
            client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
