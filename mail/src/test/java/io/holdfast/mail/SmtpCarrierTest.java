package io.holdfast.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notify.Mail;
import io.holdfast.notify.MailCarrier.Letter;
import io.holdfast.notify.MailCarrier.Outcome;
import io.holdfast.supervise.MailSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SmtpCarrierTest {
    private static final Map<String, String> FRIENDLY = Map.of("", "220 here", "HELO", "250-hello\r\n250 you",
            "MAIL", "250 ok", "RCPT", "250 ok", "DATA", "354 go on", ".", "250 taken", "QUIT", "221 bye", "RSET",
            "250 ok");
    private static final Mail MAIL = new Mail("[node] VRRP Instance VI_1 - Entering MASTER state",
            "=> VRRP Instance is now owning VRRP VIPs <=");

    @Test
    void speaksAsTheReferenceDoes() throws Exception {
        try (FakeServer server = FakeServer.answering(FRIENDLY)) {
            assertThat(deliver(server.port(), MAIL)).isEqualTo(new Outcome.Delivered());
            assertThat(server.heard()).containsSubsequence("HELO helo.example", "MAIL FROM:<vrrp@example.net>",
                    "RCPT TO:<ops@example.net>", "RCPT TO:<boss@example.net>", "DATA",
                    "=> VRRP Instance is now owning VRRP VIPs <=", ".", "QUIT");
            assertThat(server.heard()).contains("From: \"VRRP, node\" <vrrp@example.net>",
                    "Subject: [node] VRRP Instance VI_1 - Entering MASTER state");
            assertThat(server.heard()).anyMatch(line -> line.startsWith("To: ops@example.net, "))
                    .anyMatch(line -> line.startsWith("Date: ")).anyMatch(line -> line.startsWith("Message-ID: "));
        }
    }

    @Test
    void aNameWithLineEndsBringsNoHeader() throws Exception {
        try (FakeServer server = FakeServer.answering(FRIENDLY)) {
            Mail mail = new Mail("[Köln\r\nBcc: all@example.net] VRRP", ".\r\nQUIT");
            assertThat(deliver(server.port(), mail)).isEqualTo(new Outcome.Delivered());
            assertThat(server.heard()).noneMatch(line -> line.startsWith("Bcc:")).contains("..");
        }
    }

    @Test
    void isDatedWhenItWasWritten() throws Exception {
        try (FakeServer server = FakeServer.answering(FRIENDLY)) {
            var letter = new Letter(spec(server.port()), MAIL, Duration.ofDays(36_500));
            assertThat(new SmtpCarrier().deliver(letter)).isEqualTo(new Outcome.Delivered());
            assertThat(server.heard()).anyMatch(line -> line.matches("Date: .* 19[0-9][0-9] .*"));
        }
    }

    @Test
    void whatIsNeverTakenIsRefused() throws Exception {
        for (String word : List.of("MAIL", "RCPT", "DATA", ".")) {
            assertThat(deliverTo(word, "550 never")).as(word).isInstanceOfSatisfying(Outcome.Refused.class,
                    refused -> assertThat(refused.why()).contains("550 never"));
        }
    }

    @Test
    void whatIsNotTakenNowIsDeferred() throws Exception {
        for (String word : List.of("", "HELO", "MAIL", "RCPT", "DATA", ".")) {
            assertThat(deliverTo(word, "451 later")).as(word).isInstanceOf(Outcome.Deferred.class);
        }
    }

    @Test
    void silenceIsNotWaitedForBeyondTheTimeout() throws Exception {
        for (String word : List.of("", "HELO", "RCPT", ".")) {
            Map<String, String> answers = new HashMap<>(FRIENDLY);
            answers.remove(word);
            try (FakeServer server = FakeServer.answering(answers)) {
                long start = System.nanoTime();
                assertThat(deliver(server.port(), MAIL)).as(word).isInstanceOf(Outcome.Deferred.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(900),
                        Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void aServerThatIsNotThereIsDeferredWithItsName() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(deliver(port, MAIL)).isInstanceOfSatisfying(Outcome.Deferred.class,
                deferred -> assertThat(deferred.why()).contains("127.0.0.1").contains(Integer.toString(port))
                        .contains("refused"));
    }

    private static Outcome deliverTo(String word, String answer) throws IOException {
        Map<String, String> answers = new HashMap<>(FRIENDLY);
        answers.put(word, answer);
        try (FakeServer server = FakeServer.answering(answers)) {
            return deliver(server.port(), MAIL);
        }
    }

    private static Outcome deliver(int port, Mail mail) {
        return new SmtpCarrier().deliver(new Letter(spec(port), mail, Duration.ZERO));
    }

    private static MailSpec spec(int port) {
        return new MailSpec(Optional.of("127.0.0.1"), port, Optional.of("helo.example"),
                Optional.of("\"VRRP, node\" <vrrp@example.net>"),
                List.of("ops@example.net", "The boss <boss@example.net>"), Duration.ofSeconds(1),
                MailSpec.Alerts.NONE);
    }
}
