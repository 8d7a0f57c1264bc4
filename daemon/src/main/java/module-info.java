/// The shell: turns the world into events, hands them to core one at a time and carries out what core decides.
module io.holdfast.daemon {
    requires io.holdfast.base;
    requires io.holdfast.checkers;
    requires io.holdfast.config;
    requires io.holdfast.core;
    requires io.holdfast.linux;
    requires static org.jspecify;

    uses io.holdfast.notify.MailCarrier;
}
