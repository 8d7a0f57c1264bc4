package io.holdfast.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.daemon.process.Options.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void withoutArgumentsItRunsInTheBackground() {
        Options options = parse();
        assertThat(options.mode()).isEqualTo(Mode.RUN);
        assertThat(options.foreground()).isFalse();
        assertThat(options.logging()).isEqualTo(new Options.Logging(false, false, 3, true));
        assertThat(options.problems()).isEmpty();
        assertThat(options.warnings()).isEmpty();
    }

    @Test
    void shortOptionsMayBeJoined() {
        Options options = parse("-nlDG", "-f/etc/x.conf", "-p", "/run/x.pid");
        assertThat(options.foreground()).isTrue();
        assertThat(options.logging()).isEqualTo(new Options.Logging(true, true, 3, false));
        assertThat(options.config().file()).contains("/etc/x.conf");
        assertThat(options.files().pid()).contains("/run/x.pid");
    }

    @Test
    void longOptionsTakeTheirValueEitherWayAndMayBeAbbreviated() {
        Options options = parse(
                "--use-file=a.conf", "--pid", "b.pid", "--vrrp_p=c.pid", "--dont-fo", "--run-dir=/run/d");
        assertThat(options.config().file()).contains("a.conf");
        assertThat(options.files().pid()).contains("b.pid");
        assertThat(options.files().vrrpPid()).contains("c.pid");
        assertThat(options.files().runDir()).contains("/run/d");
        assertThat(options.foreground()).isTrue();
    }

    @Test
    void anOptionalValueMustBeAttached() {
        assertThat(parse("-t", "file").modeArgument()).isEmpty();
        assertThat(parse("-tfile").modeArgument()).isEqualTo("file");
        assertThat(parse("--config-test=file").modeArgument()).isEqualTo("file");
        assertThat(parse("-t").mode()).isEqualTo(Mode.CONFIG_TEST);
    }

    @Test
    void aTestHasAFormAndMayBeApartFromThisMachine() {
        assertThat(parse("-t").test()).isEqualTo(new Options.Test(false, false));
        assertThat(parse("-t", "--format=json", "--offline").test()).isEqualTo(new Options.Test(true, true));
        assertThat(parse("-t", "--format", "text").test().json()).isFalse();
        assertThat(parse("-t", "--format", "xml").problems()).hasSize(1);
    }

    @Test
    void ourOwnOptionsStandInNoAbbreviationsWay() {
        assertThat(parse("--relea").release()).isTrue();
        assertThat(parse("--offl").problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "-z", "--dont", "--use-file=", "--use-file", "-f", "--vrrp=1", "-g",
        "--namespace=x", "--"})
    void whatItCannotDoIsAProblemAndReadingGoesOn(String argument) {
        Options options = parse("-n", argument);
        assertThat(options.foreground()).isTrue();
        if (argument.equals("--")) {
            assertThat(options.problems()).isEmpty();
        } else {
            assertThat(options.problems()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,16", "7,23", "local3,19", "daemon,3", "user,1"})
    void facilitiesHaveNamesAndNumbers(String word, int number) {
        assertThat(parse("-S", word).logging().facility()).isEqualTo(number);
    }

    @Test
    void badValuesAreSaidAndReplaced() {
        assertThat(parse("-S", "mail").logging().facility()).isEqualTo(3);
        assertThat(parse("-S", "mail").warnings()).hasSize(1);
        assertThat(parse("-u", "0022").umask()).contains(0022);
        assertThat(parse("-u", "01000").umask()).isEmpty();
        assertThat(parse("-u", "x").warnings()).hasSize(1);
    }

    @Test
    void optionsOfLaterPartsAreAcceptedWithAWord() {
        assertThat(parse("-x", "--core-dump").warnings())
                .containsExactly("option --snmp has no effect yet", "option --core-dump has no effect yet");
        assertThat(parse("extra").warnings()).containsExactly("ignored: extra");
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments));
    }
}
