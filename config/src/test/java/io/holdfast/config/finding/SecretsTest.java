package io.holdfast.config.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.holdfast.config.Parsed;
import io.holdfast.vrrp.Authentication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    /// However the line with the password is broken, no finding shows it.
    @ParameterizedTest
    @ValueSource(strings = {"auth_pass hunter2 extra", "auth_pass \"hunter2", "auth_pas hunter2", "authpass hunter2",
            "auth_pass\nhunter2", "hunter2", "auth_type hunter2pass hunter2", "AUTH_PASS hunter2",
            "auth_pass hunter2 # hunter2", "auth_pass \u201chunter2\u201d", "auth_pass hunter2hunter2",
            "foo { hunter2 }", "auth_type PASS auth_pass hunter2", "auth_pass hunter2 {", "include auth_pass hunter2"})
    void passwordsAreNeverShown(String lines) {
        Parsed parsed = Parsed.text("""
                vrrp_instance A {
                interface eth0
                virtual_router_id 1
                authentication {
                %s
                }
                virtual_ipaddress { 10.0.0.1 }
                }
                """.formatted(lines));
        String report = parsed.report().replace("hunter2pass", "");
        assertFalse(report.contains("hunter2"), report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"key 1 hunter2", "key hunter2", "key hunter2 1", "key 300 hunter2", "key hex:hunter2 1 2",
            "key 1 hex:hunter2", "key 1 hunter2hunter2hunter2hunter2hunter2 hunter2", "kye 1 hunter2", "hunter2",
            "key 1\nhunter2", "key 1 \"hunter2", "KEY 1 hunter2", "auth_pass hunter2",
            "key 1 hunter2 {"})
    void keysAreNeverShown(String lines) {
        Parsed parsed = Parsed.text("""
                vrrp_instance A {
                interface eth0
                virtual_router_id 1
                auth_hmac {
                %s
                }
                virtual_ipaddress { 10.0.0.1 }
                }
                """.formatted(lines));
        assertFalse(parsed.report().contains("hunter2"), parsed.report());
    }

    /// A list that is not closed takes in the lines behind it.
    @ParameterizedTest
    @ValueSource(strings = {"track_script {", "track_interface {", "track_file {", "unicast_peer {",
            "virtual_ipaddress {", "}\ninterface_up_down_delays {", "}\nlinkbeat_interfaces {",
            "}\nvrrp_sync_group G {\ngroup {", "}\nvrrp_script x {\nuser root"})
    void passwordsInTheWrongBlockAreNotShownEither(String before) {
        Parsed parsed = Parsed.text("""
                vrrp_instance A {
                interface eth0
                virtual_router_id 1
                %s
                auth_pass hunter2 hunter2
                }
                }
                """.formatted(before));
        assertFalse(parsed.report().contains("hunter2"), parsed.report());
    }

    /// However a parameter brings it, and wherever it is used besides.
    @ParameterizedTest
    @ValueSource(strings = {"$PASSWORD=hunter2\nauth_pass $PASSWORD extra", "$P=hunter2\nauth_pass $P\npriority $P",
            "$P=hunter2\npriority $P\nauth_pass $P", "$P=hunter2\nvrrp_instance $P {\nauth_pass x${P}y\n$P\n",
            "$MY_SECRET=\"hunter2", "$MY_SECRET=hunter2\\\nhunter2 x\n\n$MY_SECRET",
            "$P=$Q\n$Q=hunter2\nauth_pass $P\n$Q",
            "$P=hunter2\ninclude $P\nauth_pass $P", "~LST(V,hunter2,hunter2) auth_pass ${V} ${V}\nx$V",
            "~LST({TOKEN},{hunter2}) $TOKEN", "$ALL=auth_pass hunter2 more\n$ALL",
            "$L=\\\nauth_pass hunter2 more\\\nauth_pass \\\n\n$L", "$P=ter2\nauth_pass hun${P}\nx hun${P}",
            "auth_pass ${_ENV HOME_}hunter2 x", "$KEY1=hunter2\nrouter_id \"${KEY1}"})
    void passwordsFromParametersAreNeverShown(String lines) {
        Parsed parsed = Parsed.text("vrrp_instance A {\nauthentication {\n" + lines + "\n}\n}\n");
        assertFalse(parsed.report().contains("hunter2"), parsed::report);
    }

    @Test
    void whatIsNoSecretStaysReadable() {
        Parsed parsed = Parsed.text("""
                $P=10
                ~SEQ(V,1,2) auth_pass p${V}
                auth_pass $P
                priority_${V} 110 $P
                """);
        assertEquals(true, parsed.report().contains("unknown keyword \"priority_2\""), parsed::report);
        assertEquals(true, parsed.report().contains("priority_${V} 110"), parsed::report);
    }

    @Test
    void thePasswordItselfArrivesUnchanged() {
        Parsed parsed = Parsed.text("""
                vrrp_instance A {
                interface eth0
                virtual_router_id 1
                authentication {
                auth_type PASS
                auth_pass "a !#$b"
                }
                virtual_ipaddress { 10.0.0.1 }
                }
                """);
        assertEquals("", parsed.report().replace("-t exits 0, a start runs\n", ""));
        assertEquals(new Authentication.Password("a !#$b"),
                parsed.configuration().node().instances().get(0).authentication());
    }

    @Test
    void theMaskHidesTheLengthToo() {
        assertEquals("auth_pass ********", Secrets.masked("auth_pass x"));
        assertEquals("priority 100", Secrets.masked("priority 100"));
    }
}
