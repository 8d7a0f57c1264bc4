package io.holdfast.config.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.holdfast.config.ConfigParser;
import io.holdfast.config.Configuration;
import io.holdfast.config.host.Account;
import io.holdfast.config.host.FileFact.Kind;
import io.holdfast.config.host.Host;
import io.holdfast.config.host.HostFacts;
import io.holdfast.config.host.MemorySource;
import io.holdfast.config.text.ConfigReader;
import io.holdfast.config.text.ReaderOptions;
import io.holdfast.config.text.Reading;
import io.holdfast.config.text.Snapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What one process learnt of the machine, another makes the same configuration of.
class HostFactsTest {
    private static final String CONFIGURATION = """
            global_defs {
                enable_script_security
            }
            vrrp_script searched {
                script "true -x"
                user ann nobody
            }
            vrrp_script unsafe {
                script "/tmp/check"
                user root
            }
            vrrp_script missing {
                script "/no/such"
                user root
            }
            vrrp_script nobodys {
                script "/usr/bin/true"
                user whoever
            }
            vrrp_script usual {
                script "/bin/true"
            }
            vrrp_instance A {
                interface eth0
                virtual_router_id 1
                track_script {
                    searched
                    unsafe
                    missing
                    nobodys
                    usual
                }
                virtual_ipaddress {
                    10.0.0.1
                }
            }
            """;

    @Test
    void theSameComesOfThemAsOfTheMachine() {
        Machine machine = new Machine().put("/tmp/check", Kind.REGULAR, 1000, 1000, 0755);
        Reading reading =
                ConfigReader.read(new MemorySource(Map.of("file", CONFIGURATION)), "file", ReaderOptions.of("host"));
        HostFacts facts = new HostFacts();
        Configuration there = ConfigParser.parse(reading.snapshot(), facts.noting(machine));
        Snapshot handed = Snapshot.of(reading.snapshot().with(facts).bytes());
        assertEquals(facts.texts(), handed.facts().texts());
        Configuration here = ConfigParser.parse(handed, handed.facts().over(Host.offline()));
        assertEquals(there.node(), here.node());
        assertEquals(there.global(), here.global());
        assertEquals(there.findings(), here.findings());
        assertEquals(1, here.node().surroundings().trackers().scripts().size());
    }

    @Test
    void withoutFactsTheMachineIsAskedItself() {
        Host machine = new Machine();
        assertSame(machine, new HostFacts().over(machine));
    }

    @Test
    void whatIsNotKnownTheMachineIsAsked() {
        HostFacts facts = new HostFacts();
        facts.add("U\0bob\0007\0008");
        Host machine = facts.over(new Machine());
        assertEquals(new Account.Known(7, 8), machine.user("bob"));
        assertEquals(new Account.Known(1000, 1000), machine.user("ann"));
        assertEquals(List.of("U\0bob\0007\0008"), facts.texts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", "U", "U\0bob\0001", "S\0", "F\0/x\0REGULAR\0001", "F\0/x\0NONE\0001\0002\0003\0"})
    void whatIsNoFactIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new HostFacts().add(text));
    }
}
