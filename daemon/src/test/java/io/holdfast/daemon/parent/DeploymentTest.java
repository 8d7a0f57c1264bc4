package io.holdfast.daemon.parent;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MonoTime;
import io.holdfast.control.ControlMessage;
import io.holdfast.control.ControlMessage.Abort;
import io.holdfast.control.ControlMessage.Commit;
import io.holdfast.control.ControlMessage.Committed;
import io.holdfast.control.ControlMessage.Prepare;
import io.holdfast.control.ControlMessage.Prepared;
import io.holdfast.control.ControlMessage.Rehearse;
import io.holdfast.linux.sys.MonoClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The two phases, and children that die in each of them.
class DeploymentTest {
    private static final LoadedConfig FIRST = FakeFamily.config("global_defs {\n router_id first\n}\n");
    private static final LoadedConfig SECOND = FakeFamily.config("global_defs {\n router_id the_second\n}\n");

    private final FakeFamily family = new FakeFamily();
    private final Outcomes outcomes = new Outcomes();
    private final Deployment deployment = new Deployment(family.children, outcomes);

    @BeforeEach
    void startChild() {
        family.children.add(ChildKind.VRRP);
    }

    @AfterEach
    void close() {
        family.close();
    }

    // ---- nobody dies

    @Test
    void whatAllPrepareIsCommitted() {
        deployment.begin(FIRST);
        assertThat(family.heard()).containsExactly(prepare(1, FIRST, false));
        assertThat(deployment.isSettled()).isFalse();
        assertThat(prepared(1, "")).isTrue();
        assertThat(family.heard()).containsExactly(new Commit(1));
        assertThat(deployment.running()).isEmpty();
        committed(1);
        assertThat(deployment.running()).contains(FIRST);
        assertSettled("committed");
    }

    @Test
    void oneRefusalLeavesTheRunningConfiguration() {
        run(FIRST);
        deployment.begin(SECOND);
        family.heard();
        prepared(2, "no eth9");
        assertThat(family.heard()).containsExactly(new Abort(2));
        assertThat(deployment.running()).contains(FIRST);
        assertSettled("refused: no eth9");
    }

    @Test
    void withoutChildrenItIsInEffectAtOnce() {
        Deployment alone = new Deployment(childless(), outcomes);
        alone.begin(FIRST);
        assertThat(alone.running()).contains(FIRST);
        assertSettled("committed");
    }

    // ---- an upgrade

    @Test
    void whatOthersRunIsTakenOverWhenTheyHaveMadeRoom() {
        outcomes.maySwitch = false;
        deployment.takeOver(FIRST, 7);
        assertThat(family.heard()).containsExactly(new Rehearse(), prepare(8, FIRST, true));
        prepared(8, "");
        assertThat(family.heard()).isEmpty();
        assertThat(deployment.isPutOff()).isTrue();
        assertThat(deployment.deadline()).as("how long that takes is not the child's doing").isEmpty();
        deployment.commit();
        assertThat(family.heard()).containsExactly(new Commit(8));
        assertThat(deployment.isPutOff()).isFalse();
        committed(8);
        assertThat(deployment.running()).contains(FIRST);
        assertSettled("committed");
    }

    @Test
    void aSuccessorThatDiesAfterTheyMadeRoomIsReplacedAndMayNotRefuseBecauseOfTheMachine() {
        outcomes.maySwitch = false;
        deployment.takeOver(FIRST, 7);
        prepared(8, "");
        outcomes.maySwitch = true;
        family.heard();
        family.die(deployment);
        assertThat(deployment.isPutOff()).isFalse();
        family.comeBack(deployment);
        assertThat(family.heard()).containsExactly(prepare(9, FIRST, true));
        prepared(9, "");
        assertThat(family.heard()).containsExactly(new Commit(9));
        committed(9);
        assertThat(deployment.running()).contains(FIRST);
        assertSettled("committed");
    }

    @Test
    void whereTheyStayTheConfigurationIsStillTheRunningOne() {
        outcomes.maySwitch = false;
        deployment.takeOver(FIRST, 7);
        deployment.keep();
        assertThat(deployment.running()).contains(FIRST);
        assertThat(deployment.isSettled()).isTrue();
        deployment.begin(SECOND);
        assertThat(deployment.generation()).isEqualTo(9);
    }

    // ---- answers out of turn

    @Test
    void answersOfAnotherGenerationDoNotCount() {
        run(FIRST);
        deployment.begin(SECOND);
        assertThat(prepared(1, "late")).isFalse();
        assertThat(prepared(7, "")).isFalse();
        prepared(2, "");
        committed(1);
        assertThat(deployment.running()).contains(FIRST);
        committed(2);
        assertThat(deployment.running()).contains(SECOND);
    }

    // ---- the first configuration

    @Test
    void aDeathBeforeAnythingRunsBeginsTheFirstDeploymentAgain() {
        deployment.begin(FIRST);
        family.die(deployment);
        assertThat(outcomes.take()).isEmpty();
        assertThat(deployment.deadline()).isEmpty();
        family.comeBack(deployment);
        assertThat(family.heard()).containsExactly(prepare(2, FIRST, false));
        prepared(2, "");
        committed(2);
        assertThat(deployment.running()).contains(FIRST);
        assertSettled("committed");
    }

    @Test
    void aDeathWhileTheFirstIsCommittedBeginsItAgainToo() {
        deployment.begin(FIRST);
        prepared(1, "");
        family.die(deployment);
        assertThat(deployment.running()).isEmpty();
        family.comeBack(deployment);
        assertThat(family.heard()).containsExactly(prepare(2, FIRST, false));
        committed(1);
        assertThat(deployment.running()).isEmpty();
    }

    // ---- a configuration runs

    @Test
    void aSuccessorIsGivenWhatRunsAndMayNotJudgeTheMachine() {
        run(FIRST);
        family.die(deployment);
        assertThat(deployment.isSettled()).isFalse();
        family.comeBack(deployment);
        assertThat(family.heard()).containsExactly(prepare(2, FIRST, true));
        assertThat(prepared(2, "")).isFalse();
        committed(2);
        assertSettled("settled");
    }

    @Test
    void aDeathWhilePreparingIsARefusalAndTheSuccessorRunsTheOld() {
        run(FIRST);
        deployment.begin(SECOND);
        family.die(deployment);
        assertThat(outcomes.take()).containsExactly("refused: the VRRP process died while it read it");
        assertThat(deployment.isSettled()).isFalse();
        family.comeBack(deployment);
        assertThat(family.heard()).containsExactly(prepare(3, FIRST, true));
        committed(3);
        assertThat(deployment.running()).contains(FIRST);
        assertSettled("settled");
    }

    @Test
    void aDeathWhileCommittingLetsTheSuccessorRunTheNew() {
        run(FIRST);
        deployment.begin(SECOND);
        prepared(2, "");
        family.die(deployment);
        assertThat(deployment.running()).contains(SECOND);
        assertThat(outcomes.take()).containsExactly("committed");
        assertThat(deployment.isSettled()).isFalse();
        family.comeBack(deployment);
        assertThat(family.heard()).containsExactly(prepare(3, SECOND, true));
        committed(3);
        assertSettled("settled");
    }

    @Test
    void aSuccessorThatDiesIsFollowedByAnother() {
        run(FIRST);
        family.die(deployment);
        family.comeBack(deployment);
        family.die(deployment);
        family.comeBack(deployment);
        assertThat(family.heard()).containsExactly(prepare(3, FIRST, true));
        committed(2);
        assertThat(outcomes.take()).as("the dead one's answer").isEmpty();
        committed(3);
        assertSettled("settled");
    }

    @Test
    void aDeploymentBegunWhileTheChildIsAwayReachesItsSuccessor() {
        run(FIRST);
        family.die(deployment);
        deployment.begin(SECOND);
        assertThat(deployment.running()).contains(SECOND);
        family.comeBack(deployment);
        assertThat(family.heard()).containsExactly(prepare(3, SECOND, true));
        committed(3);
        assertThat(deployment.isSettled()).isTrue();
        assertThat(outcomes.take()).containsExactly("committed", "settled");
    }

    // ---- time

    @Test
    void anAnswerIsOverdueOnceItsTimeIsUpAndNotBefore() {
        run(FIRST);
        MonoTime before = MonoClock.now();
        deployment.begin(SECOND);
        assertThat(deployment.isOverdue(family.child(), before)).isFalse();
        MonoTime due = deployment.deadline().orElseThrow();
        assertThat(due.since(before)).isGreaterThanOrEqualTo(Duration.ofSeconds(15));
        assertThat(deployment.isOverdue(family.child(), due)).isTrue();
        deployment.stopWaiting();
        assertThat(deployment.isOverdue(family.child(), due)).isFalse();
    }

    @Test
    void aSuccessorThatDoesNotAnswerIsOverdueToo() {
        run(FIRST);
        family.die(deployment);
        assertThat(deployment.deadline()).isEmpty();
        family.comeBack(deployment);
        assertThat(deployment.isOverdue(family.child(), deployment.deadline().orElseThrow())).isTrue();
        committed(2);
        assertThat(deployment.deadline()).isEmpty();
    }

    @Test
    void nothingIsAwaitedOnceTheDaemonStops() {
        run(FIRST);
        deployment.begin(SECOND);
        deployment.cancel();
        assertThat(prepared(2, "")).isFalse();
        committed(2);
        assertThat(outcomes.take()).isEmpty();
        assertThat(deployment.isSettled()).isTrue();
        assertThat(deployment.deadline()).isEmpty();
        assertThat(deployment.running()).contains(FIRST);
    }

    // ---- words

    private void run(LoadedConfig config) {
        deployment.begin(config);
        prepared(1, "");
        committed(1);
        assertThat(outcomes.take()).containsExactly("committed");
        family.heard();
    }

    private boolean prepared(int generation, String refusal) {
        return deployment.prepared(family.child(), new Prepared(generation, refusal));
    }

    private void committed(int generation) {
        deployment.committed(family.child(), new Committed(generation));
    }

    private void assertSettled(String outcome) {
        assertThat(outcomes.take()).containsExactly(outcome);
        assertThat(deployment.isSettled()).isTrue();
        assertThat(deployment.deadline()).isEmpty();
    }

    private static ControlMessage prepare(int generation, LoadedConfig config, boolean inEffect) {
        return new Prepare(generation, config.snapshot().length, inEffect);
    }

    private static Children childless() {
        try (FakeFamily nobody = new FakeFamily()) {
            return nobody.children;
        }
    }

    private static final class Outcomes implements Deployment.Listener {
        private final List<String> heard = new ArrayList<>();
        private boolean maySwitch = true;

        @Override
        public boolean mayCommit() {
            return maySwitch;
        }

        @Override
        public void committed() {
            heard.add("committed");
        }

        @Override
        public void refused(String reason) {
            heard.add("refused: " + reason);
        }

        @Override
        public void settled() {
            heard.add("settled");
        }

        List<String> take() {
            List<String> taken = List.copyOf(heard);
            heard.clear();
            return taken;
        }
    }
}
