package io.holdfast.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailHistoryTest {
    private final MailHistory history = new MailHistory();

    @Test
    void theSameStateIsNotMailedTwiceInARow() {
        assertThat(isMailed(Notices.instance(Notice.Event.BACKUP, 1))).isTrue();
        assertThat(isMailed(Notices.instance(Notice.Event.BACKUP, 1))).isFalse();
        assertThat(isMailed(Notices.instance(Notice.Event.MASTER, 1))).isTrue();
        assertThat(isMailed(Notices.instance(Notice.Event.BACKUP, 1))).isTrue();
    }

    @Test
    void anInstanceAndAGroupOfOneNameAreTwo() {
        assertThat(isMailed(new Notice(Notice.Subject.INSTANCE, "X", Notice.Event.MASTER, 1, Notices.ALL))).isTrue();
        assertThat(isMailed(new Notice(Notice.Subject.GROUP, "X", Notice.Event.MASTER, 0, Notices.ALL))).isTrue();
    }

    @Test
    void faultsMayBeLeftOutAndThenDoNotCount() {
        assertThat(isMailed(Notices.instance(Notice.Event.BACKUP, 1), false)).isTrue();
        assertThat(isMailed(Notices.instance(Notice.Event.FAULT, 1), false)).isFalse();
        assertThat(isMailed(Notices.instance(Notice.Event.BACKUP, 1), false)).isFalse();
        assertThat(isMailed(Notices.group(Notice.Event.FAULT), false)).isFalse();
    }

    @Test
    void onlyWhoAsksForMailIsMailedAbout() {
        assertThat(isMailed(new Notice(Notice.Subject.INSTANCE, "X", Notice.Event.MASTER, 1, NotifySpec.NONE)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"MASTER_RX_LOWER_PRI", "MASTER_PRIORITY", "BACKUP_PRIORITY"})
    void onlyTransitionsAreMailed(Notice.Event event) {
        assertThat(isMailed(Notices.instance(event, 1))).isFalse();
    }

    @Test
    void whatIsForPipesOnlyIsNotMailed() {
        assertThat(isMailed(new Notice(Notice.Subject.INSTANCE, "X", Notice.Event.MASTER, 1, Notices.ALL, true)))
                .isFalse();
    }

    @Test
    void whatWasDeletedBeginsAnew() {
        assertThat(isMailed(Notices.instance(Notice.Event.DELETED, 1))).isTrue();
        assertThat(isMailed(Notices.instance(Notice.Event.DELETED, 1))).isTrue();
    }

    private boolean isMailed(Notice notice) {
        return isMailed(notice, true);
    }

    private boolean isMailed(Notice notice, boolean faults) {
        return history.mail(notice, faults, "node").isPresent();
    }
}
