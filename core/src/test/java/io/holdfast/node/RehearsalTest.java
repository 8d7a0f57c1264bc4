package io.holdfast.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    /// But for what can only happen before there is time to rehearse, and what would have an effect.
    @Test
    void showsEveryKindOfAction() {
        Set<Class<?>> shown = new HashSet<>();
        shown.add(Action.Resume.class);
        shown.add(Action.RunScript.class);
        Rehearsal.play(actions -> actions.forEach(action -> shown.add(action.getClass())));

        assertThat(shown).containsExactlyInAnyOrder(Action.class.getPermittedSubclasses());
    }

    @Test
    void aStartNeedsNobody() {
        assertThatCode(Rehearsal::playStart).doesNotThrowAnyException();
    }
}
