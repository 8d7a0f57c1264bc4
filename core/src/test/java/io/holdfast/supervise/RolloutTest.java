package io.holdfast.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.supervise.Rollout.Phase;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolloutTest {
    private static final Set<String> BOTH = Set.of("vrrp", "checkers");

    @Test
    void commitsOnceAllArePrepared() {
        Rollout one = Rollout.of(2, BOTH).prepared("vrrp", "", BOTH);
        assertThat(one.phase()).isEqualTo(Phase.PREPARING);
        Rollout all = one.prepared("checkers", "", BOTH);
        assertThat(all.phase()).isEqualTo(Phase.COMMITTING);
        assertThat(all.committed("checkers").phase()).isEqualTo(Phase.COMMITTING);
        assertThat(all.committed("checkers").committed("vrrp").phase()).isEqualTo(Phase.COMMITTED);
    }

    @Test
    void oneRefusalAbortsForAllOnceAllHaveAnswered() {
        Rollout refused = Rollout.of(2, BOTH).prepared("vrrp", "no interface eth9", BOTH);
        assertThat(refused.phase()).isEqualTo(Phase.PREPARING);
        Rollout end = refused.prepared("checkers", "", BOTH);
        assertThat(end.phase()).isEqualTo(Phase.REFUSED);
        assertThat(end.refusal()).contains("no interface eth9");
    }

    @Test
    void whoDiesPreparingHasRefused() {
        Rollout left = Rollout.of(1, BOTH).gone("checkers", Set.of("vrrp"));
        assertThat(left.phase()).isEqualTo(Phase.PREPARING);
        Rollout end = left.prepared("vrrp", "", Set.of("vrrp"));
        assertThat(end.phase()).isEqualTo(Phase.REFUSED);
        assertThat(end.refusal()).contains("the checkers process died while it read it");
    }

    @Test
    void whoDiesCommittingIsNotWaitedFor() {
        Rollout committing = Rollout.of(1, BOTH).prepared("vrrp", "", BOTH).prepared("checkers", "", BOTH);
        assertThat(committing.gone("vrrp", Set.of("checkers")).phase()).isEqualTo(Phase.COMMITTING);
        assertThat(committing.gone("vrrp", Set.of()).gone("checkers", Set.of()).phase()).isEqualTo(Phase.COMMITTED);
    }

    @Test
    void withoutChildrenThereIsNothingToWaitFor() {
        assertThat(Rollout.of(1, Set.of()).phase()).isEqualTo(Phase.COMMITTED);
    }

    @Test
    void answersThatComeTooLateChangeNothing() {
        Rollout done = Rollout.of(1, Set.of());
        assertThat(done.prepared("vrrp", "late", BOTH)).isEqualTo(done);
        assertThat(done.committed("vrrp")).isEqualTo(done);
        assertThat(done.gone("vrrp", BOTH)).isEqualTo(done);
    }
}
