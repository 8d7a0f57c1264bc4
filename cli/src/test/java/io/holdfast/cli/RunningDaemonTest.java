package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The commands that ask a running daemon, against a stand-in that gives one answer.
class RunningDaemonTest {
    private static final String STATUS = "{\"ok\":true,\"version\":\"1.2\",\"image\":\"/opt/new\",\"pid\":7,"
            + "\"state\":\"running\",\"generation\":3,"
            + "\"children\":[{\"kind\":\"VRRP\",\"pid\":8,\"seconds\":9}]}\n";

    @TempDir
    Path directory;

    @Test
    void statusIsToldInWords() throws Exception {
        Answer answer = ask(STATUS, "status\n", "status");
        assertThat(answer.out()).isEqualToNormalizingNewlines(
                "Holdfast 1.2 from /opt/new, process 7, running, configuration 3\nVRRP process 8, for 9 s\n");
        assertThat(answer.code()).isZero();
    }

    @Test
    void inJsonTheAnswerIsOneValue() throws Exception {
        String instance = "{\"instance\":\"VI_1\",\"state\":\"MASTER\"}";
        String group = "{\"group\":\"G1\",\"state\":\"MASTER\",\"members\":[\"VI_1\"]}";
        assertThat(ask(instance + "\n" + group + "\n" + STATUS, "status\n", "status", "--json").out())
                .isEqualToNormalizingNewlines(STATUS.replace("]}\n", "],\"instances\":[" + instance
                        + "],\"groups\":[" + group + "],\"trackers\":[]}\n"));
    }

    @Test
    void whatStandsIsToldAfterTheDaemon() throws Exception {
        Answer answer = ask("""
                {"instance":"VI_1","state":"BACKUP","for_millis":312000,"vrid":51,"interface":"eth0","version":"V3",\
                "priority":80,"base_priority":100,"reckoning":"base 100, script chk -20","source":"192.0.2.1",\
                "master":"192.0.2.2","master_priority":200,"trigger":"STARTED","evidence":"priority 100",\
                "rule":"RFC 9568 6.4.1","addresses":["192.0.2.9/24"],"faults":[],"heard":[{"address":"192.0.2.2",\
                "priority":200,"millis_ago":320}],"counters":{"adverts_received":3100}}
                {"instance":"VI_2","state":"FAULT","for_millis":500,"vrid":52,"interface":"eth1","priority":100,\
                "base_priority":100,"reckoning":"","addresses":[],"faults":["interface eth1 is down"],"heard":[],\
                "counters":{}}
                {"group":"G1","state":"BACKUP","members":["VI_1","VI_3"]}
                {"tracker":"chk","kind":"script","condition":"DOWN","said":"failed (exit status 1)","users":["VI_1"]}
                """ + STATUS, "status\n", "status");
        assertThat(answer.out()).isEqualToNormalizingNewlines("""
                Holdfast 1.2 from /opt/new, process 7, running, configuration 3
                VRRP process 8, for 9 s
                (VI_1) BACKUP for 5 min 12 s, priority 80 (base 100, script chk -20), VRID 51 on eth0
                    would hold 192.0.2.9/24
                    master 192.0.2.2, priority 200
                    heard 192.0.2.2, priority 200, 0.320 s ago
                    because: priority 100 [RFC 9568 6.4.1]
                    counted: adverts_received 3100
                (VI_2) FAULT for 0.500 s, priority 100, VRID 52 on eth1
                    fault: interface eth1 is down
                group G1 BACKUP: VI_1, VI_3
                script chk failed (exit status 1), used by VI_1
                """);
    }

    @Test
    void anUpgradeTellsItsSteps() throws Exception {
        Answer answer = ask("{\"step\":\"checking\",\"image\":\"/opt/new\"}\n{\"step\":\"replacing\"}\n" + STATUS,
                "upgrade /opt/new\n", "upgrade", "/opt/./new/");
        assertThat(answer.out()).startsWith("checking /opt/new ..." + System.lineSeparator() + "replacing ...");
        assertThat(answer.code()).isZero();
    }

    @Test
    void aRefusalIsNo() throws Exception {
        String refusal = "{\"ok\":false,\"error\":\"the daemon is stopping\"}\n";
        Answer answer = ask(refusal, "upgrade\n", "upgrade");
        assertThat(answer.err()).isEqualToNormalizingNewlines("holdfast upgrade: the daemon is stopping\n");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(ask(refusal, "upgrade\n", "upgrade", "--json").out()).isEqualToNormalizingNewlines(refusal);
    }

    @Test
    void anEndWithoutAnAnswerIsTrouble() throws Exception {
        Answer answer = ask("{\"step\":\"replacing\"}\n", "upgrade\n", "upgrade");
        assertThat(answer.err()).contains("ended without an answer");
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void noDaemonIsTrouble() {
        Answer answer = Answer.to("status", "-p", directory.resolve("none.pid").toString());
        assertThat(answer.err()).contains("no daemon answers at " + directory.resolve("none.sock"));
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void theSocketIsFoundAsThePidFileIs() {
        assertThat(socket("holdfast")).isEqualTo("/run/holdfast/holdfast.sock");
        assertThat(socket("keepalived")).isEqualTo("/run/keepalived.sock");
        assertThat(socket("keepalived", "--instance", "one")).isEqualTo("/run/keepalived/keepalived_one.sock");
        assertThat(socket("holdfast", "--run-dir", "/x")).isEqualTo("/x/holdfast.sock");
        assertThat(socket("holdfast", "--run-dir", "/x", "-p", "/y/pid")).isEqualTo("/y/pid.sock");
    }

    @Test
    void theJournalIsFoundAsTheVrrpPidFileIs() {
        assertThat(parsed().journal()).isEqualTo("/run/holdfast/vrrp.journal");
        assertThat(parsed("--run-dir", "/x", "--instance", "one").journal()).isEqualTo("/x/vrrp_one.journal");
        assertThat(parsed("--run-dir", "/x", "-r", "/y/v.pid").journal()).isEqualTo("/y/v.journal");
    }

    private static String socket(String program, String... options) {
        return parsed(options).socket(program);
    }

    private static RunningDaemon parsed(String... options) {
        RunningDaemon daemon = new RunningDaemon();
        new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("daemon",
                CommandLine.Model.CommandSpec.forAnnotatedObject(daemon))).parseArgs(options);
        return daemon;
    }

    private Answer ask(String reply, String expected, String... words) throws Exception {
        Path pid = directory.resolve("daemon.pid");
        Path socket = directory.resolve("daemon.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            CompletableFuture<String> request = CompletableFuture.supplyAsync(() -> serve(server, reply));
            String[] all = Arrays.copyOf(words, words.length + 2);
            all[words.length] = "--pid";
            all[words.length + 1] = pid.toString();
            Answer answer = Answer.to(all);
            assertThat(request.get()).isEqualTo(expected);
            return answer;
        } finally {
            Files.deleteIfExists(socket);
        }
    }

    private static String serve(ServerSocketChannel server, String reply) {
        try (SocketChannel caller = server.accept()) {
            ByteBuffer request = ByteBuffer.allocate(1000);
            caller.read(request);
            caller.write(ByteBuffer.wrap(reply.getBytes(StandardCharsets.UTF_8)));
            return StandardCharsets.UTF_8.decode(request.flip()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
