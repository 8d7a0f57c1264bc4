package io.holdfast.config.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.holdfast.base.IpAddress;
import io.holdfast.config.Parsed;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Verdict;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lines of routes and rules: the verified examples of section 20, and what holds for each option of the tables.
class RoutingTest {
    private static final String ROUTE = "2001:db8::/64 dev eth0";
    private static final String IPV4_ROUTE = "192.0.2.0/24 dev eth0";
    private static final String GROUP = """
            vrrp_instance W {
            interface eth0
            virtual_router_id 99
            virtual_ipaddress { 10.0.0.99 }
            }
            track_group g {
            group { W }
            }
            """;
    private static final String RULE = "priority 100";
    private static final String ACTION = " table 5";
    /// What fits behind an option; those that take a name of their own kind or a plain number need no mention.
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("via", "fe80::1"),
            Map.entry("gw", "fe80::1"), Map.entry("or", "fe80::2"), Map.entry("src", "2001:db8::1"),
            Map.entry("from", "2001:db8::/32"), Map.entry("to", "2001:db8::/48"), Map.entry("dev", "eth1"),
            Map.entry("oif", "eth1"), Map.entry("iif", "eth1"), Map.entry("vrf", "mgt"), Map.entry("features", "ecn"),
            Map.entry("as", "2001:db8::1"), Map.entry("ttl-propagate", "enabled"), Map.entry("encap", "mpls 5"),
            Map.entry("nexthop", "via fe80::1"), Map.entry("track_group", "g"), Map.entry("protocol", "18"),
            Map.entry("rtt", "300ms"), Map.entry("rttvar", "300ms"), Map.entry("rto_min", "300ms"),
            Map.entry("congctl", "cubic"), Map.entry("sport", "1-2"), Map.entry("dport", "1-2"),
            Map.entry("uidrange", "1-2"), Map.entry("type", "nop"), Map.entry("goto", "500"));
    private static final List<String> REPORTED_BY_DESIGN = List.of("gw", "or", "as", "default6");

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
            "57, static_ipaddress, 10.1.0.4/99 dev eth0, 5",
            "58, static_ipaddress, fe80::1/64 brd +, 5",
            "60, static_routes, default via fe80::1 dev eth0, 0",
            "60, static_routes, ::/0 via fe80::1 dev eth0, 0",
            "61, static_routes, src 10.0.0.1 default via 10.0.0.2, 5",
            "62, static_routes, 192.0.2.0/24 via, 2",
            "63, static_rules, sport 10 table 5 priority 5, 5",
            "63, static_rules, sport 10-20 table 5 priority 5, 0",
            "64, static_rules, from 10.0.0.0/8 table 5, 5",
            "0, static_routes, 192.0.2.0/24 dev nosuch, 5",
            "0, static_rules, iif nosuch table 5 priority 5, 5"})
    void exampleOfSection20(int number, String list, String line, int status) {
        assertEquals(status, Verdict.testExit(parsed(list, line).findings()), () -> parsed(list, line).report());
    }

    /// 59: keepalived swallows the word behind `inet6`; section 19 lets the documented form mean what it says.
    @Test
    void inet6BeforeDefaultIsAnIpv6Route59() {
        Parsed parsed = parsed("static_routes", "inet6 default via fe80::1 dev eth0");
        assertEquals(0, Verdict.testExit(parsed.findings()), parsed::report);
        assertEquals("::/0", parsed.configuration().statics().routes().get(0).key().destination().toString());
    }

    @Test
    void badPrefixLengthOfAnAddressIsReplaced57() {
        Parsed parsed = parsed("static_ipaddress", "10.1.0.4/99 dev eth0");
        assertEquals("10.1.0.4/32",
                parsed.configuration().statics().addresses().get(0).address().prefix().toString());
    }

    @Test
    void missingWordsRefuseTheStart62() {
        assertEquals(2, Verdict.startExit(parsed("static_routes", "192.0.2.0/24 via").findings()));
    }

    @Test
    void rulesWithoutPreferenceCountDownPerFamilyInTheOrderOfTheFile64() {
        Parsed parsed = Parsed.text("""
                static_rules {
                from 10.0.0.0/8 table 5
                from 2001:db8::/32 table 5
                }
                vrrp_instance V {
                interface eth0
                virtual_router_id 1
                virtual_ipaddress { 10.0.0.1 }
                virtual_rules { from 10.1.0.0/16 table 5 }
                }
                static_rules { from 10.2.0.0/16 table 5 }
                """);
        var rules = new ArrayList<>(parsed.configuration().statics().rules());
        rules.addAll(parsed.configuration().routing().get(0).rules());
        assertEquals(List.of(16_384L, 16_384L, 16_382L, 16_383L),
                rules.stream().map(rule -> rule.preference()).toList());
    }

    @Test
    void badNextHopIsDroppedWithThoseAfterIt() {
        Parsed parsed = parsed("static_routes",
                "192.0.2.0/24 dev eth0 nexthop via 10.0.0.2 nexthop via fe80::1 nexthop via 10.0.0.3");
        assertEquals(List.of(IpAddress.literal("10.0.0.2")), parsed.configuration().statics().routes().get(0)
                .nextHops().stream().map(hop -> hop.gateway().orElseThrow()).toList());
    }

    @Test
    void interfacesMayBeMissingWithDynamicInterfaces() {
        Parsed parsed = Parsed.text("""
                global_defs { dynamic_interfaces }
                static_ipaddress { 10.0.0.1 dev late0 }
                static_routes {
                192.0.2.0/24 dev late0
                192.0.2.0/24 dev late0 vrf late1
                }
                static_rules { iif late0 table 5 priority 5 }
                """);
        assertEquals(List.of(Problem.BAD_ENTRY), problems(parsed), parsed::report);
        assertEquals(1, parsed.configuration().statics().routes().size());
        assertEquals(1, parsed.configuration().statics().rules().size());
    }

    @TestFactory
    Stream<DynamicTest> everyOptionOfARouteFitsAValidRoute() {
        return options(RouteKeywords.BLOCK.keywords()).map(option -> DynamicTest.dynamicTest(option.name(), () -> {
            if (REPORTED_BY_DESIGN.contains(option.name())) {
                Parsed parsed = parsed("static_routes", ROUTE + " " + withWord(option));
                assertEquals(1, problems(parsed).size(), parsed::report);
                return;
            }
            boolean ofIpv4 = option.name().equals("inet") || option.name().equals("realms");
            Parsed parsed = parsed("static_routes", (ofIpv4 ? IPV4_ROUTE : ROUTE) + " " + withWord(option));
            assertEquals(List.of(), problems(parsed).stream().filter(p -> p != Problem.REPEATED_OPTION).toList(),
                    parsed::report);
            assertEquals(1, parsed.configuration().statics().routes().size());
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyOptionOfARuleFitsAValidRule() {
        return options(RuleKeywords.BLOCK.keywords()).map(option -> DynamicTest.dynamicTest(option.name(), () -> {
            String name = option.name();
            Parsed parsed = parsed("static_rules", RULE + " " + withWord(option) + (isAction(option) ? "" : ACTION)
                    + (name.equals("track_group") ? " iif eth0" : ""));
            assertEquals(List.of(), problems(parsed).stream().filter(p -> p != Problem.REPEATED_OPTION).toList(),
                    parsed::report);
            assertEquals(1, parsed.configuration().statics().rules().size());
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyOptionWithoutItsWordRefuses() {
        return Stream.concat(
                takingWords(RouteKeywords.BLOCK.keywords()).map(option -> refused("static_routes", ROUTE, option)),
                takingWords(RuleKeywords.BLOCK.keywords()).map(option -> refused("static_rules", RULE, option)));
    }

    private static DynamicTest refused(String list, String line, Keyword<?> option) {
        return DynamicTest.dynamicTest(list + " " + option.name(), () -> {
            Parsed parsed = parsed(list, line + " " + option.name());
            assertTrue(problems(parsed).contains(Problem.MISSING_WORD), parsed::report);
            assertEquals(2, Verdict.testExit(parsed.findings()));
            assertTrue(parsed.configuration().isRefused());
        });
    }

    @TestFactory
    Stream<DynamicTest> everyWrongWordIsReportedAndNeverRefuses() {
        return Stream.concat(
                takingWords(RouteKeywords.BLOCK.keywords()).map(option -> wrong("static_routes", ROUTE, option)),
                takingWords(RuleKeywords.BLOCK.keywords())
                        .map(option -> wrong("static_rules", RULE + (isAction(option) ? "" : ACTION), option)));
    }

    private static DynamicTest wrong(String list, String line, Keyword<?> option) {
        return DynamicTest.dynamicTest(list + " " + option.name(), () -> {
            // No address, number, name of a thing, or interface name.
            Parsed parsed = parsed(list, line + " " + option.name() + " no/such-thing-as-this");
            assertFalse(problems(parsed).isEmpty(), parsed::report);
            assertFalse(parsed.configuration().isRefused(), parsed::report);
        });
    }

    private static boolean isAction(Keyword<?> option) {
        return List.of("table", "lookup", "l3mdev", "goto", "nop", "blackhole", "unreachable", "prohibit", "type")
                .contains(option.name());
    }

    private static Stream<Keyword<?>> options(Iterable<Keyword<?>> rows) {
        List<Keyword<?>> options = new ArrayList<>();
        for (Keyword<?> row : rows) {
            if (!row.name().equals(Rows.LEAD)) {
                options.add(row);
            }
        }
        return options.stream();
    }

    private static Stream<Keyword<?>> takingWords(Iterable<Keyword<?>> rows) {
        return options(rows).filter(row -> row.syntax() instanceof Syntax.One<?>
                || row.syntax() instanceof Syntax.Led<?, ?>);
    }

    private static String withWord(Keyword<?> option) {
        if (option.syntax() instanceof Syntax.Flag) {
            return option.name();
        }
        boolean isType = RouteKeywords.TYPES.stream().anyMatch(names -> names.contains(option));
        return option.name() + " " + (isType ? "2001:db8:1::/64" : WORDS.getOrDefault(option.name(), "1"));
    }

    private static Parsed parsed(String list, String line) {
        return Parsed.text(GROUP + list + " {\n" + line + "\n}\n");
    }

    /// Without the announcement that the list has no effect yet.
    private static List<Problem> problems(Parsed parsed) {
        return parsed.problems().stream().filter(problem -> problem != Problem.NO_EFFECT_YET).toList();
    }
}
