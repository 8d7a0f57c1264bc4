package io.holdfast.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    @Test
    void showsEveryKindOfAction() {
        Set<Class<?>> shown = new HashSet<>();
        Rehearsal.play(actions -> actions.forEach(action -> shown.add(action.getClass())));

        assertThat(shown).containsExactlyInAnyOrder(Action.class.getPermittedSubclasses());
    }
}
