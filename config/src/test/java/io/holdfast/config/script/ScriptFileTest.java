package io.holdfast.config.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.holdfast.config.Parsed;
import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Verdict;
import io.holdfast.config.host.FileFact.Kind;
import io.holdfast.script.CommandSpec;
import io.holdfast.track.ScriptSpec;
import io.holdfast.track.ScriptSpec.Probe;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What keeps a script from being run (`daemon.md` 4.4), on a machine that is asked.
class ScriptFileTest {
    private static final String SECURE = "enable_script_security";

    private static Parsed parsed(Machine machine, String globals, String command, String user) {
        return Parsed.text("""
                global_defs {
                %s
                }
                vrrp_script chk {
                script "%s"
                %s
                }
                vrrp_instance A {
                interface eth0
                virtual_router_id 1
                track_script { chk }
                virtual_ipaddress { 10.0.0.1 }
                }
                """.formatted(globals, command, user.isEmpty() ? "" : "user " + user), machine);
    }

    private static List<Problem> problems(Parsed parsed) {
        return parsed.problems().stream().filter(problem -> problem != Problem.NO_EFFECT_YET).toList();
    }

    private static Optional<CommandSpec> command(Parsed parsed) {
        List<ScriptSpec> scripts = parsed.configuration().node().surroundings().trackers().scripts();
        return scripts.isEmpty() ? Optional.empty() : Optional.of(((Probe.Runs) scripts.get(0).probe()).command());
    }

    private static Finding only(Parsed parsed, Problem problem) {
        return parsed.findings().stream().filter(finding -> finding.problem() == problem).findFirst().orElseThrow();
    }

    @Test
    void aSafeScriptOfRootRuns() {
        Parsed parsed = parsed(new Machine(), SECURE, "/usr/bin/true", "root");
        assertEquals(List.of(), problems(parsed), parsed::report);
        assertEquals("/usr/bin/true", command(parsed).orElseThrow().executable());
        assertEquals(0, Verdict.testExit(parsed.findings()));
    }

    @Test
    void aScriptWithoutScriptSecurityIsASecurityFinding() {
        Parsed parsed = parsed(new Machine(), "", "/usr/bin/true", "root");
        assertEquals(List.of(Problem.SCRIPT_SECURITY), problems(parsed));
        assertEquals(6, Verdict.testExit(parsed.findings()));
    }

    /// As on every machine with a merged /usr, so that a script of a tutorial runs.
    @Test
    void aDirectoryThatIsALinkOfRootIsFollowed() {
        for (String mode : List.of("", SECURE)) {
            Parsed parsed = parsed(new Machine(), mode, "/bin/true -x", "root");
            assertEquals(mode.isEmpty() ? List.of(Problem.SCRIPT_SECURITY) : List.of(), problems(parsed),
                    parsed::report);
            assertEquals("/usr/bin/true", command(parsed).orElseThrow().executable());
            assertEquals(List.of("/bin/true", "-x"), command(parsed).orElseThrow().arguments());
        }
    }

    @Test
    void aDirectoryThatIsALinkOfAnotherUserIsUnsafe() {
        Machine machine = new Machine().put("/opt", Kind.DIRECTORY, 0, 0, 0755).link("/opt/bin", 1000, "/usr/bin");
        Parsed secure = parsed(machine, SECURE, "/opt/bin/true", "root");
        assertEquals(List.of(Problem.SCRIPT_UNSAFE), problems(secure), secure::report);
        assertTrue(only(secure, Problem.SCRIPT_UNSAFE).message().contains("/opt/bin belongs to user 1000"));
        assertEquals("chown -h root /opt/bin", only(secure, Problem.SCRIPT_UNSAFE).hint());
        assertTrue(command(secure).isEmpty());
        assertEquals(List.of(Problem.SCRIPT_RISK, Problem.SCRIPT_SECURITY),
                problems(parsed(machine, "", "/opt/bin/true", "root")));
    }

    /// Also those that the real path does not have: between one link and the next.
    @Test
    void everyDirectoryThatALinkLeadsThroughCounts() {
        Machine machine = new Machine().put("/home/ann", Kind.DIRECTORY, 1000, 1000, 0755)
                .link("/home/ann/bin", "/usr/bin").link("/etc/keepalived/bin", "/home/ann/bin");
        Parsed parsed = parsed(machine, SECURE, "/etc/keepalived/bin/true", "root");
        assertTrue(only(parsed, Problem.SCRIPT_UNSAFE).message().contains("/home/ann belongs to user 1000"));
    }

    /// Only what has root's rights needs protection.
    @Test
    void othersMayUseThatLink() {
        Parsed parsed = parsed(new Machine(), SECURE, "/bin/true", "nobody");
        assertEquals(List.of(), problems(parsed), parsed::report);
        CommandSpec command = command(parsed).orElseThrow();
        assertEquals("/usr/bin/true", command.executable());
        assertEquals(List.of("/bin/true"), command.arguments());
        assertEquals(65534, command.as().uid().orElseThrow());
    }

    @Test
    void withUseSymlinkPathsTheWrittenPathIsExecuted() {
        Parsed parsed = parsed(new Machine(), SECURE + "\nuse_symlink_paths", "/bin/./true", "nobody");
        assertEquals("/bin/true", command(parsed).orElseThrow().executable());
    }

    @Test
    void aScriptThatOthersCanReplaceIsRunOnlyWithoutScriptSecurity() {
        Machine machine = new Machine().script("/etc/keepalived/a.sh", 0777);
        Parsed secure = parsed(machine, SECURE, "/etc/keepalived/a.sh", "root");
        assertEquals(List.of(Problem.SCRIPT_UNSAFE), problems(secure));
        Finding finding = only(secure, Problem.SCRIPT_UNSAFE);
        assertTrue(finding.message().contains("/etc/keepalived/a.sh (mode 0777) can be written to by anybody"));
        assertEquals("chmod o-w /etc/keepalived/a.sh", finding.hint());
        assertTrue(command(secure).isEmpty());

        Parsed lax = parsed(machine, "", "/etc/keepalived/a.sh", "root");
        assertEquals(List.of(Problem.SCRIPT_RISK, Problem.SCRIPT_SECURITY), problems(lax));
        assertTrue(command(lax).isPresent());
        assertEquals(6, Verdict.testExit(lax.findings()));
        assertEquals(List.of(), problems(parsed(machine, SECURE, "/etc/keepalived/a.sh", "nobody")));
    }

    @Test
    void everyPartOfThePathCounts() {
        Machine group = new Machine().put("/etc/keepalived", Kind.DIRECTORY, 0, 1000, 0775)
                .script("/etc/keepalived/a.sh", 0755);
        assertTrue(only(parsed(group, SECURE, "/etc/keepalived/a.sh", "root"), Problem.SCRIPT_UNSAFE).message()
                .contains("/etc/keepalived (mode 0775) can be written to by group 1000"));
        Machine owner = new Machine().put("/home/ann", Kind.DIRECTORY, 1000, 1000, 0700)
                .script("/home/ann/a.sh", 0755);
        Finding finding = only(parsed(owner, SECURE, "/home/ann/a.sh", "root"), Problem.SCRIPT_UNSAFE);
        assertTrue(finding.message().contains("/home/ann belongs to user 1000 rather than root"));
        assertEquals("chown root /home/ann", finding.hint());
    }

    @Test
    void aStickyDirectoryIsSafe() {
        Machine machine = new Machine().script("/tmp/a.sh", 0755);
        assertEquals(List.of(), problems(parsed(machine, SECURE, "/tmp/a.sh", "root")));
    }

    /// The directory a link leads to counts as much as the one it is in.
    @Test
    void aLinkIsAsSafeAsWhatItLeadsTo() {
        Machine good = new Machine().script("/usr/bin/x", 0755).link("/etc/keepalived/a.sh", "/usr/bin/x");
        assertEquals(List.of(), problems(parsed(good, SECURE, "/etc/keepalived/a.sh", "root")));
        Machine bad = new Machine().put("/home/ann", Kind.DIRECTORY, 1000, 1000, 0755).script("/home/ann/x", 0755)
                .link("/etc/keepalived/a.sh", "../../home/ann/x");
        assertEquals(List.of(Problem.SCRIPT_UNSAFE), problems(parsed(bad, SECURE, "/etc/keepalived/a.sh", "root")));
    }

    @Test
    void setUidRootIsAsGoodAsRoot() {
        Machine machine = new Machine().script("/etc/keepalived/a.sh", 04777);
        assertEquals(List.of(Problem.SCRIPT_UNSAFE),
                problems(parsed(machine, SECURE, "/etc/keepalived/a.sh", "nobody")));
    }

    @Test
    void aScriptHasToExistAndToBeExecutableForItsUser() {
        assertEquals(List.of(Problem.SCRIPT_MISSING), problems(parsed(new Machine(), SECURE, "/no/x", "root")));
        Machine machine = new Machine().script("/etc/keepalived/a.sh", 0744).script("/etc/keepalived/b.sh", 0644);
        assertEquals(List.of(), problems(parsed(machine, SECURE, "/etc/keepalived/a.sh", "root")));
        Parsed nobody = parsed(machine, SECURE, "/etc/keepalived/a.sh", "nobody");
        assertEquals(List.of(Problem.SCRIPT_NOT_EXECUTABLE), problems(nobody));
        assertTrue(only(nobody, Problem.SCRIPT_NOT_EXECUTABLE).message().contains("by user 65534"));
        assertEquals(List.of(Problem.SCRIPT_NOT_EXECUTABLE),
                problems(parsed(machine, SECURE, "/etc/keepalived/b.sh", "root")));
        Machine closed = new Machine().put("/etc/keepalived", Kind.DIRECTORY, 0, 0, 0700)
                .script("/etc/keepalived/a.sh", 0755);
        assertTrue(only(parsed(closed, SECURE, "/etc/keepalived/a.sh", "nobody"), Problem.SCRIPT_MISSING).message()
                .contains("permission denied"));
    }

    @Test
    void aBareNameIsSearchedInPath() {
        Parsed parsed = parsed(new Machine(), SECURE, "true -x", "root");
        assertEquals(List.of(Problem.SCRIPT_SEARCHED), problems(parsed));
        assertEquals(List.of("/usr/bin/true", "-x"), command(parsed).orElseThrow().arguments());
        assertEquals(List.of(Problem.SCRIPT_MISSING), problems(parsed(new Machine(), SECURE, "nosuch", "root")));
    }

    @Test
    void linksThatLeadInACircleEnd() {
        Machine machine = new Machine().link("/etc/a", "b").link("/etc/b", "a");
        assertTrue(only(parsed(machine, SECURE, "/etc/a", "root"), Problem.SCRIPT_MISSING).message()
                .contains("too many links"));
    }

    @Test
    void whoRunsAScriptThatDoesNotSay() {
        assertEquals(0, command(parsed(new Machine(), "", "/usr/bin/true", "")).orElseThrow().as().uid().orElseThrow());
        Machine customary = new Machine().user("keepalived_script", 77);
        assertEquals(77, command(parsed(customary, SECURE, "/bin/true", "")).orElseThrow().as().uid().orElseThrow());
        assertEquals(1000, command(parsed(customary, SECURE + "\nscript_user ann", "/bin/true", "")).orElseThrow()
                .as().uid().orElseThrow());
    }

    @Test
    void aScriptWithoutAUserIsNotRun() {
        Parsed secure = parsed(new Machine(), SECURE, "/usr/bin/true", "");
        assertEquals(List.of(Problem.NO_SCRIPT_USER), problems(secure));
        assertTrue(command(secure).isEmpty());
        Parsed failed = parsed(new Machine(), "script_user nosuch", "/usr/bin/true", "");
        assertEquals(List.of(Problem.UNKNOWN_USER, Problem.NO_SCRIPT_USER), problems(failed));
        Parsed unknown = parsed(new Machine(), "", "/usr/bin/true", "nobody nosuch");
        assertEquals(List.of(Problem.UNKNOWN_USER), problems(unknown));
        assertEquals("there is no group nosuch", only(unknown, Problem.UNKNOWN_USER).message());
    }

    /// keepalived only logs this, so that it does not count for the exit code.
    @Test
    void anArgumentOutsideTheQuotesIsTakenForAUser() {
        Parsed parsed = Parsed.text("""
                vrrp_instance A {
                interface eth0
                virtual_router_id 1
                notify_master /usr/bin/true -m
                virtual_ipaddress { 10.0.0.1 }
                }
                """, new Machine());
        assertEquals(List.of(Problem.NOTIFY_USER), problems(parsed));
        assertTrue(only(parsed, Problem.NOTIFY_USER).hint().contains("one pair of double quotes"));
        assertEquals(0, Verdict.testExit(parsed.findings()));
        assertTrue(parsed.configuration().node().surroundings().instances().get(0).notifications().master().isEmpty());
    }
}
