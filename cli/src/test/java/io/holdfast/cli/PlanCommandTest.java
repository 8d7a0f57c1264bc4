package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    private static final String OLD = """
            vrrp_instance VI {
                interface eth0
                virtual_router_id 51
                authentication {
                    auth_type PASS
                    auth_pass geheim
                }
                virtual_ipaddress {
                    192.0.2.100/24
                }
            }
            vrrp_instance OTHER {
                interface eth0
                virtual_router_id 52
                virtual_ipaddress {
                    192.0.2.102/24
                }
            }
            """;

    @TempDir
    private Path directory = Path.of("");

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    @Test
    void nothingChangesInARemark() throws IOException {
        Answer answer = Answer.to("plan", file("old", OLD), file("new", "# a remark\n" + OLD));
        assertThat(answer).isEqualTo(new Answer(0, "instances: 2 untouched" + System.lineSeparator(), ""));
    }

    @Test
    void somethingChanges() throws IOException {
        Answer answer = Answer.to("plan", file("old", OLD), file("new", OLD.replace("192.0.2.100", "192.0.2.9")));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).isEqualToNormalizingNewlines("""
                (VI) changed: virtual_ipaddress -[192.0.2.100/24 dev eth0] +[192.0.2.9/24 dev eth0]; \
                as master it removes 192.0.2.100/24 dev eth0, adds 192.0.2.9/24 dev eth0 and announces its addresses, \
                sends an advertisement
                instances: 1 untouched, 1 changed
                """);
    }

    @Test
    void theSameInJson() throws IOException {
        String changed = OLD.replace("geheim", "secret").replace("OTHER", "WEB");
        Answer answer = Answer.to("plan", "--json", file("old", OLD), file("new", changed));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).doesNotContain("geheim").doesNotContain("\"secret\": \"");
        assertThat(answer.out().substring(answer.out().indexOf("\"plan\""))).isEqualToNormalizingNewlines("""
                "plan": {
                    "changes": true,
                    "counts": {
                      "kept": 0,
                      "changed": 2,
                      "added": 0,
                      "removed": 0,
                      "replaced": 0
                    },
                    "global": [],
                    "instances": [
                      {
                        "name": "VI",
                        "plan": "changed",
                        "settings": [
                          {
                            "keyword": "auth_pass",
                            "secret": true
                          }
                        ],
                        "as_master": {
                          "resigns": false,
                          "addresses_removed": [],
                          "addresses_added": [],
                          "sends_advertisement": true
                        }
                      },
                      {
                        "name": "WEB",
                        "plan": "changed",
                        "formerly": "OTHER"
                      }
                    ]
                  }
                }
                """);
    }

    @Test
    void aConfigurationThatWouldBeRefusedHasNoPlan() throws IOException {
        String bad = file("new", OLD.replace("virtual_router_id 51", ""));
        Answer answer = Answer.to("plan", file("old", OLD), bad);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("instance VI has no valid virtual_router_id")
                .contains("no plan: " + bad + " would be refused");

        Answer json = Answer.to("plan", file("old", OLD), bad, "--json");
        assertThat(json.code()).isEqualTo(2);
        assertThat(json.err()).isEmpty();
        assertThat(json.out()).contains("\"refused\": true").contains("\"code\":\"HF0201\"")
                .doesNotContain("\"plan\"");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        String missing = directory.resolve("nowhere").toString();
        Answer answer = Answer.to("plan", missing, file("new", OLD));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains(missing).contains("HF0001");
    }

    @Test
    void findingsThatRefuseNothingAreToldBesideThePlan() throws IOException {
        Answer answer = Answer.to("plan", file("old", OLD), file("new", OLD.replace("auth_pass", "auth_pas")));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("auth_pas").doesNotContain("geheim");
        assertThat(answer.out()).contains("(VI) changed: auth_type PASS -> none");
    }

    @Test
    void conditionsAreReadForTheGivenMachine() throws IOException {
        String old = file("old", OLD);
        String next = file("new", OLD.replace("interface eth0", "interface eth0\n@west nopreempt"));
        assertThat(Answer.to("plan", "-i", "east", old, next).code()).isZero();
        assertThat(Answer.to("plan", "-i", "west", old, next).out()).contains("nopreempt off -> on");
    }

    @Test
    void whatNeedsARestartWouldBeRefused() throws IOException {
        Answer answer = Answer.to("plan", file("old", OLD), file("new", "use_pid_dir\n" + OLD));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).startsWith("refused: cannot change use_pid_dir at a reload; please restart");
    }

    @Test
    void twoFilesAreNeeded() {
        Answer answer = Answer.to("plan", "one");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("holdfast plan: ").contains("NEW");
    }
}
