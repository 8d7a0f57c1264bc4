package io.holdfast.daemon.parent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InheritanceTest {
    private static final Inheritance ALL = new Inheritance(4711, 5, 3, List.of(7, 8), OptionalInt.of(9),
            OptionalInt.of(10), List.of(new Inheritance.Left(ChildKind.VRRP, 4712, 11, 123_456_789_012_345L)));

    @Test
    void readsWhatItWrote() {
        assertThat(Inheritance.parse(ALL.text())).contains(ALL);
        Inheritance least = Inheritance.toCheck(1, 3);
        assertThat(Inheritance.parse(least.text())).contains(least);
    }

    @Test
    void itIsOneWordForTheLauncherAndWithoutAnythingAShellWouldTouch() {
        assertThat(ALL.text()).isEqualTo("from=4711 snapshot=5 generation=3 lock=7 lock=8 listener=9 caller=10"
                + " child=VRRP,4712,11,123456789012345");
    }

    @Test
    void whatAnotherVersionAddsIsLeftAlone() {
        assertThat(Inheritance.parse(ALL.text() + " journal=12")).contains(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "from=1", "snapshot=1", "from=x snapshot=1", "from=1 snapshot=1 child=VRRP",
        "from=1 snapshot=1 child=CHECKER,1,2,3", "from=1 snapshot=99999999999"})
    void anythingElseIsNothing(String text) {
        assertThat(Inheritance.parse(text)).isEmpty();
    }

    @Test
    void onlyFromThisProcessOrTheOneThatStartedIt() {
        Optional<String> text = Optional.of(ALL.text());
        assertThat(Inheritance.of(text, 4711, 1)).contains(ALL);
        assertThat(Inheritance.of(text, 5000, 4711)).contains(ALL);
        assertThat(Inheritance.of(text, 5000, 1)).isEmpty();
        assertThat(Inheritance.of(Optional.empty(), 4711, 1)).isEmpty();
    }
}
