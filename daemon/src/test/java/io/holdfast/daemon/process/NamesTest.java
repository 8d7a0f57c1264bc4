package io.holdfast.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.ConfigParser;
import io.holdfast.config.host.Host;
import io.holdfast.config.host.MemorySource;
import io.holdfast.config.text.ConfigReader;
import io.holdfast.config.text.ReaderOptions;
import io.holdfast.supervise.GlobalSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final String CALLED = "holdfast.name";
    private static final String DIRECTORY = "holdfast.directory";

    @AfterEach
    void forget() {
        System.clearProperty(CALLED);
        System.clearProperty(DIRECTORY);
    }

    @Test
    void calledHoldfastItHasAFolderOfItsOwn() {
        Names names = called("holdfast");
        assertThat(names.syslogIdent()).isEqualTo("Holdfast");
        assertThat(names.pidFile(options(), GlobalSpec.DEFAULT)).hasToString("/run/holdfast/holdfast.pid");
        assertThat(names.vrrpPidFile(options(), GlobalSpec.DEFAULT)).hasToString("/run/holdfast/vrrp.pid");
    }

    @Test
    void calledKeepalivedItTakesItsPlace() {
        Names names = called("keepalived");
        assertThat(names.syslogIdent()).isEqualTo("Keepalived");
        assertThat(names.configFile()).hasToString("/etc/keepalived/keepalived.conf");
        assertThat(names.pidFile(options(), GlobalSpec.DEFAULT)).hasToString("/run/keepalived.pid");
        assertThat(names.vrrpPidFile(options(), GlobalSpec.DEFAULT)).hasToString("/run/vrrp.pid");
    }

    @Test
    void usePidDirMeansAFolderNamedAfterTheProgram() {
        assertThat(called("keepalived").vrrpPidFile(options(), parsed("use_pid_dir\n")))
                .hasToString("/run/keepalived/vrrp.pid");
        assertThat(called("holdfast").vrrpPidFile(options(), parsed("use_pid_dir\n")))
                .hasToString("/run/holdfast/vrrp.pid");
    }

    @Test
    void anInstanceIsInTheFileNamesAndHasAFolder() {
        Names names = called("keepalived");
        GlobalSpec global = parsed("instance left\n");
        assertThat(names.pidFile(options(), global)).hasToString("/run/keepalived/keepalived_left.pid");
        assertThat(names.vrrpPidFile(options(), global)).hasToString("/run/keepalived/vrrp_left.pid");
    }

    @Test
    void runDirStandsForTheWholeFolder() {
        Options options = options("--run-dir", "/srv/x");
        assertThat(called("keepalived").pidFile(options, parsed("use_pid_dir\n"))).hasToString("/srv/x/keepalived.pid");
    }

    @Test
    void anExplicitPathIsTakenAsItIs() {
        Options options = options("-p", "/a/b.pid", "-r", "/a/v.pid");
        GlobalSpec global = parsed("instance left\n");
        assertThat(called("holdfast").pidFile(options, global)).hasToString("/a/b.pid");
        assertThat(called("holdfast").vrrpPidFile(options, global)).hasToString("/a/v.pid");
    }

    @Test
    void theJournalIsBesideThePidFile() {
        assertThat(called("holdfast").vrrpJournal(options(), parsed("instance left\n")))
                .hasToString("/run/holdfast/vrrp_left.journal");
        assertThat(called("keepalived").vrrpJournal(options("-r", "/a/v.pid"), GlobalSpec.DEFAULT))
                .hasToString("/a/v.journal");
        assertThat(called("keepalived").vrrpJournal(options("-r", "/a/vrrp"), GlobalSpec.DEFAULT))
                .hasToString("/a/vrrp.journal");
    }

    @Test
    void relativePathsStartWhereTheDaemonWasStarted() {
        Names names = called("holdfast");
        System.setProperty(DIRECTORY, "/home/op");
        assertThat(names.pidFile(options("--run-dir", "run"), GlobalSpec.DEFAULT))
                .hasToString("/home/op/run/holdfast.pid");
        assertThat(names.vrrpPidFile(options("-r", "v.pid"), GlobalSpec.DEFAULT)).hasToString("/home/op/v.pid");
        assertThat(Names.absolute("/abs")).hasToString("/abs");
    }

    @Test
    void withoutWordFromAParentItIsTheWorkingDirectory() {
        assertThat(Names.directory()).isEqualTo(Path.of("").toAbsolutePath());
    }

    private static Names called(String name) {
        System.setProperty(CALLED, name);
        return Names.current();
    }

    private static Options options(String... words) {
        return Options.parse(List.of(words));
    }

    private static GlobalSpec parsed(String text) {
        var reading = ConfigReader.read(new MemorySource(Map.of("/conf", text)), "/conf", ReaderOptions.of("test"));
        return ConfigParser.parse(reading.snapshot(), Host.offline()).global();
    }
}
