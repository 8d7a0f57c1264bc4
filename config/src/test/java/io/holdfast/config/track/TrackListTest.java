package io.holdfast.config.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.holdfast.config.Configuration;
import io.holdfast.config.Parsed;
import io.holdfast.config.finding.Problem;
import io.holdfast.track.TrackList;
import io.holdfast.track.Tracked;
import io.holdfast.track.Weight;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules that hold for each kind of tracker, in instances as well as in sync groups (15.4).
class TrackListTest {
    private static final String TRACKERS = """
            global_defs {
            enable_script_security
            }
            vrrp_script a {
            script "</x"
            weight 7 reverse
            }
            vrrp_script b {
            script "</y"
            }
            track_file a {
            file /x
            weight 7 reverse
            }
            track_file b {
            file /y
            }
            vrrp_track_process a {
            process x
            weight 7 reverse
            }
            vrrp_track_process b {
            process y
            }
            """;

    private static Parsed parsed(String list, String lines, boolean group) {
        String block = list + " {\n" + lines.replace("; ", "\n") + "\n}\n";
        String instances = """
                vrrp_instance A {
                interface eth0
                virtual_router_id 1
                virtual_ipaddress { 10.0.0.1 }
                %s
                }
                vrrp_instance B {
                interface eth0
                virtual_router_id 2
                virtual_ipaddress { 10.0.0.2 }
                }
                """.formatted(group ? "" : block);
        String groups = "vrrp_sync_group G {\ngroup { A B }\n" + block + "}\n";
        return Parsed.text(TRACKERS + (group ? groups : "") + instances);
    }

    private static List<Tracked> tracked(Parsed parsed, String list, boolean group) {
        Configuration configuration = parsed.configuration();
        TrackList all = group ? configuration.node().surroundings().syncGroups().get(0).tracked()
                : configuration.node().surroundings().instances().get(0).tracked();
        return switch (list) {
            case "track_script" -> all.scripts();
            case "track_file" -> all.files();
            default -> all.processes();
        };
    }

    private static List<Problem> problems(Parsed parsed) {
        return parsed.problems().stream()
                .filter(problem -> problem != Problem.NO_EFFECT_YET && problem != Problem.UNUSED_TRACKER).toList();
    }

    private static void expect(String list, String lines, List<Problem> problems, Tracked... expected) {
        for (boolean group : new boolean[]{false, true}) {
            Parsed parsed = parsed(list, lines, group);
            assertEquals(problems, problems(parsed), parsed::report);
            assertEquals(List.of(expected), tracked(parsed, list, group), parsed::report);
        }
    }

    @ParameterizedTest
    @CsvSource({"track_script, 0", "track_file, 1", "track_process, 0"})
    void withoutAWeightTheTrackersOwnCounts(String list, int usual) {
        expect(list, "a; b", List.of(), new Tracked("a", new Weight(7, true)),
                new Tracked("b", new Weight(usual, false)));
    }

    @ParameterizedTest
    @CsvSource({"track_script", "track_file", "track_process"})
    void aWeightTakesThePlaceOfTheTrackersOwn(String list) {
        expect(list, "a weight 3 noreverse; b weight -3 reverse", List.of(), new Tracked("a", new Weight(3, false)),
                new Tracked("b", new Weight(-3, true)));
    }

    /// Only what goes against the direction of the tracker itself is written.
    @ParameterizedTest
    @CsvSource({"track_script", "track_file", "track_process"})
    void theDirectionIsInherited(String list) {
        expect(list, "a weight 0", List.of(), new Tracked("a", new Weight(0, true)));
    }

    @ParameterizedTest
    @CsvSource({"track_script", "track_file", "track_process"})
    void whatCannotBeTrackedIsLeftOut(String list) {
        expect(list, "b foo; b weight; b reverse; nosuch; b weight 1; b weight 2",
                List.of(Problem.BAD_ENTRY, Problem.BAD_ENTRY, Problem.BAD_ENTRY, Problem.UNKNOWN_TRACKER,
                        Problem.DUPLICATE_TRACKER),
                new Tracked("b", new Weight(1, false)));
    }

    @ParameterizedTest
    @CsvSource({"track_script, 253, 253, CORRECTED_VALUE", "track_file, 254, 254, ", "track_process, 254, 254, "})
    void theHighestWeight(String list, int most, int used, Problem problem) {
        expect(list, "b weight " + most, List.of(), new Tracked("b", new Weight(most, false)));
        expect(list, "b weight -254", problem == null ? List.of() : List.of(problem),
                new Tracked("b", new Weight(-used, false)));
        expect(list, "a weight 255", List.of(Problem.OPTION_LEFT_OUT), new Tracked("a", new Weight(7, true)));
    }
}
