package io.holdfast.config.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.holdfast.config.Parsed;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Verdict;
import io.holdfast.notify.PipesSpec;
import io.holdfast.supervise.ScriptsSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Scripts and pipes of `global_defs`, on a machine that is asked.
class GlobalScriptTest {
    private static Parsed parsed(String globals) {
        return Parsed.text("global_defs {\n" + globals + "\n}\n",
                new Machine().script("/etc/keepalived/open.sh", 0777));
    }

    private static List<Problem> problems(Parsed parsed) {
        return parsed.problems().stream().filter(problem -> problem != Problem.NO_EFFECT_YET).toList();
    }

    private static ScriptsSpec scripts(Parsed parsed) {
        return parsed.configuration().global().services().scripts();
    }

    private static PipesSpec pipes(Parsed parsed) {
        return parsed.configuration().global().services().pipes();
    }

    /// Nothing that an election depends on is lost, so that a test finds nothing that counts.
    @Test
    void whatCannotBeRunIsLeftOut() {
        for (String command : List.of("/no/x", "/etc/keepalived/open.sh", "nosuch")) {
            Parsed parsed = parsed("""
                    enable_script_security
                    startup_script "%1$s" root
                    notify_fifo /run/all root
                    notify_fifo_script "%1$s" root""".formatted(command));
            assertEquals(List.of(Problem.SCRIPT_NOT_RUN, Problem.SCRIPT_NOT_RUN), problems(parsed), parsed::report);
            assertTrue(scripts(parsed).startup().isEmpty());
            assertTrue(pipes(parsed).every().orElseThrow().reader().isEmpty());
            assertEquals(0, Verdict.testExit(parsed.findings()));
        }
    }

    @Test
    void theUserOfOneScriptCountsAndThatOfAPipeDoesNot() {
        Parsed once = parsed("enable_script_security\nshutdown_script /usr/bin/true nosuch");
        assertEquals(List.of(Problem.UNKNOWN_USER), problems(once));
        assertTrue(scripts(once).shutdown().isEmpty());
        assertEquals(5, Verdict.testExit(once.findings()));
        Parsed pipe = parsed("vrrp_notify_fifo /run/vrrp nosuch");
        assertEquals(List.of(Problem.NOTIFY_USER), problems(pipe));
        assertTrue(pipes(pipe).vrrp().isEmpty());
        assertEquals(0, Verdict.testExit(pipe.findings()));
    }

    @Test
    void withScriptSecurityAPipeNeedsAnOwner() {
        Parsed parsed = parsed("enable_script_security\nnotify_fifo /run/all");
        assertEquals(List.of(Problem.NO_SCRIPT_USER), problems(parsed));
        assertTrue(pipes(parsed).every().isEmpty());
        assertEquals(5, Verdict.testExit(parsed.findings()));
    }

    @Test
    void scriptUserIsTheOwnerOfPipesAndScripts() {
        Parsed parsed = parsed("""
                enable_script_security
                script_user ann
                startup_script /usr/bin/true
                lvs_notify_fifo /run/lvs""");
        assertEquals(List.of(), problems(parsed), parsed::report);
        assertEquals(1000, scripts(parsed).startup().orElseThrow().command().as().uid().orElseThrow());
        assertEquals(1000, pipes(parsed).checkers().orElseThrow().owner().uid().orElseThrow());
    }

    @Test
    void aScriptOfTheDaemonIsReasonEnoughForScriptSecurity() {
        Parsed parsed = parsed("startup_script /usr/bin/true");
        assertEquals(List.of(Problem.SCRIPT_SECURITY), problems(parsed));
        assertEquals(6, Verdict.testExit(parsed.findings()));
    }

    @Test
    void aPipeThatIsToldOfEverythingMakesTheSameOneSuperfluous() {
        Parsed parsed = parsed("lvs_notify_fifo /run/p root\nnotify_fifo /run/p root\nvrrp_notify_fifo /run/v root");
        assertEquals(List.of(Problem.SAME_PIPE), problems(parsed));
        assertTrue(pipes(parsed).checkers().isEmpty());
        assertEquals("/run/v", pipes(parsed).vrrp().orElseThrow().path());
    }

    @Test
    void aSharedPipeHasOneReader() {
        Parsed parsed = parsed("""
                enable_script_security
                vrrp_notify_fifo /run/p root
                vrrp_notify_fifo_script /usr/bin/true root
                lvs_notify_fifo /run/p root
                lvs_notify_fifo_script /usr/bin/true root""");
        assertEquals(List.of(Problem.SAME_PIPE), problems(parsed));
        assertTrue(pipes(parsed).vrrp().orElseThrow().reader().isPresent());
        assertTrue(pipes(parsed).checkers().orElseThrow().reader().isEmpty());
    }
}
