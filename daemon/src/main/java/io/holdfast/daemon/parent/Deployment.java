package io.holdfast.daemon.parent;

import io.holdfast.base.MonoTime;
import io.holdfast.control.ControlMessage;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.supervise.Rollout;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The configuration the children run, and the next one on its way to them in two phases. What the rules are is
/// [Rollout]'s business; this sends the messages.
final class Deployment {
    /// A child that takes longer than this to start and read a configuration is not going to, not even on a machine
    /// with far too much to do.
    private static final int ANSWER_SECONDS = 15;
    /// One that is large gets a second more for each of these, which are some three thousand instances.
    private static final int MIB = 1 << 20;
    private static final int NOTHING_YET = 0;

    /// Hears how a deployment ends.
    interface Listener {
        /// Everybody could run the configuration.
        ///
        /// @return whether it takes effect now; if not, [#commit] is to follow
        boolean mayCommit();

        /// The configuration is in effect everywhere.
        void committed();

        /// It is in effect nowhere.
        void refused(String reason);

        /// A child that had died is up to date again, and nothing else is under way.
        void settled();
    }

    private final Children children;
    private final Listener listener;
    private Optional<LoadedConfig> running = Optional.empty();
    private Optional<LoadedConfig> next = Optional.empty();
    /// Whether the next runs already, with children that make room for ours.
    private boolean nextInEffect;
    private boolean putOff;
    private Optional<Rollout> rollout = Optional.empty();
    /// Children that died, until they run again what the others run; with the generation each was given.
    private final Map<Child, Integer> catchingUp = new HashMap<>();
    private Optional<MonoTime> answersDue = Optional.empty();
    private int generation;

    Deployment(Children children, Listener listener) {
        this.children = children;
        this.listener = listener;
    }

    /// What is in effect; empty until the first configuration is.
    Optional<LoadedConfig> running() {
        return running;
    }

    /// Whether every child runs what it is meant to. Only then is another deployment begun.
    boolean isSettled() {
        return rollout.isEmpty() && catchingUp.isEmpty();
    }

    /// The number of the configuration in effect or on its way.
    int generation() {
        return generation;
    }

    Optional<MonoTime> deadline() {
        return answersDue;
    }

    /// First phase: everybody reads the new configuration and says whether it can run.
    void begin(LoadedConfig config) {
        nextInEffect = false;
        start(config);
    }

    /// As [#begin], for children that are to run what others run already.
    ///
    /// @param itsGeneration the number that it has with those
    void takeOver(LoadedConfig config, int itsGeneration) {
        generation = itsGeneration;
        nextInEffect = true;
        // Nobody waits for them yet; from Commit on everybody does.
        children.tellAll(new ControlMessage.Rehearse());
        start(config);
    }

    /// What was to be taken over stays with those who run it.
    void keep() {
        running = next;
        finish();
    }

    private void start(LoadedConfig config) {
        putOff = false;
        next = Optional.of(config);
        generation++;
        for (Child child : children.all()) {
            child.process().ifPresent(process -> prepare(process, config, nextInEffect));
        }
        awaitAnswers(config);
        enter(Rollout.of(generation, children.running()));
    }

    /// Gives a child that has come back what the others run, in a generation of its own. Before anything runs, that is
    /// the first deployment once more.
    void bringUpToDate(Child child, ChildProcess process) {
        if (running.isEmpty()) {
            next.ifPresent(this::start);
            return;
        }
        boolean decided = rollout.isPresent() && rollout.get().phase() == Rollout.Phase.COMMITTING;
        generation++;
        catchingUp.put(child, generation);
        LoadedConfig config = decided ? next.orElseThrow() : running.get();
        prepare(process, config, true);
        awaitAnswers(config);
    }

    private void awaitAnswers(LoadedConfig config) {
        Duration time = Duration.ofSeconds(ANSWER_SECONDS + config.snapshot().length / MIB);
        answersDue = Optional.of(MonoClock.now().plus(time));
    }

    private void prepare(ChildProcess process, LoadedConfig config, boolean inEffect) {
        process.sendSnapshot(generation, config.snapshot());
        process.channel().send(new ControlMessage.Prepare(generation, config.snapshot().length, inEffect));
    }

    /// @return false if this answer concerns a child brought up to date and nobody else
    boolean prepared(Child child, ControlMessage.Prepared answer) {
        if (!isAwaited(answer.generation())) {
            return false;
        }
        enter(rollout.orElseThrow().prepared(child.kind().title, answer.refusal(), children.running()));
        return true;
    }

    void committed(Child child, ControlMessage.Committed answer) {
        if (isAwaited(answer.generation())) {
            enter(rollout.orElseThrow().committed(child.kind().title));
        } else if (catchingUp.remove(child, answer.generation()) && isSettled()) {
            answersDue = Optional.empty();
            listener.settled();
        }
    }

    private boolean isAwaited(int answered) {
        return rollout.isPresent() && rollout.get().generation() == answered;
    }

    /// A child died; its answer will not come. The first deployment waits for its successor.
    void gone(Child child) {
        if (running.isEmpty()) {
            rollout = Optional.empty();
            answersDue = Optional.empty();
            putOff = false;
        } else {
            catchingUp.put(child, NOTHING_YET);
            rollout.ifPresent(state -> enter(state.gone(child.kind().title, children.running())));
        }
    }

    /// Whether the answer of this child is overdue.
    boolean isOverdue(Child child, MonoTime now) {
        boolean awaited = rollout.isPresent() && rollout.get().waiting().contains(child.kind().title);
        return Deadlines.isPast(answersDue, now) && (awaited || catchingUp.containsKey(child));
    }

    /// Waits no longer than this for whoever has not answered.
    void stopWaiting() {
        answersDue = Optional.empty();
    }

    /// The daemon stops: nothing is deployed any more.
    void cancel() {
        catchingUp.clear();
        finish();
    }

    /// Second phase, where [Listener#mayCommit] put it off.
    void commit() {
        putOff = false;
        awaitAnswers(next.orElseThrow());
        children.tellAll(new ControlMessage.Commit(rollout.orElseThrow().generation()));
    }

    /// Whether [#commit] is what is waited for.
    boolean isPutOff() {
        return putOff;
    }

    private void enter(Rollout state) {
        boolean entered = rollout.isEmpty() || rollout.get().phase() != state.phase();
        rollout = Optional.of(state);
        if (!entered) {
            return;
        }
        switch (state.phase()) {
            case PREPARING -> { }
            case COMMITTING -> {
                answersDue = Optional.empty();
                putOff = true;
                if (listener.mayCommit()) {
                    commit();
                }
            }
            case COMMITTED -> {
                running = next;
                finish();
                listener.committed();
            }
            case REFUSED -> {
                children.tellAll(new ControlMessage.Abort(state.generation()));
                finish();
                listener.refused(state.refusal().orElse("no reason given"));
            }
        }
    }

    private void finish() {
        putOff = false;
        rollout = Optional.empty();
        next = Optional.empty();
        answersDue = Optional.empty();
    }
}
