package io.holdfast.daemon.script;

/// Where it is noted which scripts are running.
public interface RunLedger {
    /// Nobody wants to know.
    RunLedger NONE = new RunLedger() {
        @Override
        public int note(int pid) {
            return 0;
        }

        @Override
        public void strike(int entry) {}
    };

    /// A process group was started.
    ///
    /// @return the entry
    int note(int pid);

    /// It has ended.
    ///
    /// @param entry what [#note] gave
    void strike(int entry);
}
