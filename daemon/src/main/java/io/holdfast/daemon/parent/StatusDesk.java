package io.holdfast.daemon.parent;

import io.holdfast.base.JsonLine;
import io.holdfast.base.MonoTime;
import io.holdfast.control.ControlMessage;
import io.holdfast.linux.sys.MonoClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks the VRRP process how everything stands, one piece at a time: that is never more work than its loop can do
/// between two advertisements, and never more to keep than a caller reads.
final class StatusDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// The process that is asked.
    interface Vrrp {
        /// @return false if there is none
        boolean ask(ControlMessage.AskStatus message);
    }

    private record Question(Caller caller, int from) {}

    private final Vrrp vrrp;
    private final Supplier<JsonLine> lastLine;
    private final ArrayDeque<Question> questions = new ArrayDeque<>();
    private Optional<MonoTime> answerBy = Optional.empty();

    /// @param lastLine the end of a complete answer
    StatusDesk(Vrrp vrrp, Supplier<JsonLine> lastLine) {
        this.vrrp = vrrp;
        this.lastLine = lastLine;
    }

    void asked(Caller caller) {
        ask(new Question(caller, 0));
    }

    private void ask(Question question) {
        questions.add(question);
        if (answerBy.isEmpty()) {
            askNext();
        }
    }

    private void askNext() {
        while (!questions.isEmpty() && answerBy.isEmpty()) {
            if (questions.getFirst().caller().isClosed()) {
                questions.remove();
            } else if (vrrp.ask(new ControlMessage.AskStatus(questions.getFirst().from()))) {
                answerBy = Optional.of(MonoClock.now().plus(PATIENCE));
            } else {
                questions.remove().caller().answer(lastLine.get());
            }
        }
    }

    /// The VRRP process has answered.
    void answered(ControlMessage.StatusPage page) {
        // What comes too late answers a question that nobody asks any more.
        if (answerBy.isEmpty() || questions.getFirst().from() != page.from()) {
            return;
        }
        answerBy = Optional.empty();
        Caller caller = questions.remove().caller();
        caller.tell(page.lines());
        if (page.next() < 0) {
            caller.answer(lastLine.get());
        } else {
            caller.feed(() -> ask(new Question(caller, page.next())));
        }
        askNext();
    }

    Optional<MonoTime> deadline() {
        return answerBy;
    }

    void onTimer(MonoTime now) {
        if (Deadlines.isPast(answerBy, now)) {
            answerBy = Optional.empty();
            questions.remove().caller().refuse("the VRRP process does not answer");
            askNext();
        }
    }
}
