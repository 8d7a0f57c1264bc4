package io.holdfast.track;

import java.nio.ByteBuffer;
import java.util.List;

/// Which processes the trackers look for, and how many of them there are (`vrrp.md` 6.5).
///
/// ```
///   the kernel: forked, executed, renamed, exited
///        |
///   ProcessTable ---- asksName, asksCommand ----> whoever reads /proc
///        ^                                              |
///        '------------- identified --------------------'
/// ```
///
/// It keeps nothing about processes that no tracker looks for, and allocates only when more of the others run than ever
/// before. A process is its thread group; the threads of one are nobody's business.
public final class ProcessTable {
    private final List<ProcessSpec> specs;
    private final ProcessPattern[] patterns;
    private final PidSet[] matching;
    private final boolean asksName;
    private final int commandReach;

    /// @param specs the trackers; a count belongs to the one at the same place
    public ProcessTable(List<ProcessSpec> specs) {
        this.specs = List.copyOf(specs);
        patterns = new ProcessPattern[specs.size()];
        matching = new PidSet[specs.size()];
        boolean name = false;
        int reach = 0;
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = ProcessPattern.of(specs.get(i));
            matching[i] = new PidSet();
            name |= patterns[i].isByName();
            reach = patterns[i].isByName() ? reach : Math.max(reach, patterns[i].reach());
        }
        asksName = name;
        commandReach = reach;
    }

    public List<ProcessSpec> specs() {
        return specs;
    }

    /// Whether any tracker has to know the name of a process that was started.
    public boolean asksName() {
        return asksName;
    }

    /// How many bytes of the command line of a process that was started have to be known; 0 for none.
    public int commandReach() {
        return commandReach;
    }

    /// A process made another, which is what it is itself until it says something else.
    public void forked(int pid, int parent) {
        for (PidSet pids : matching) {
            if (pids.contains(parent)) {
                pids.add(pid);
            } else {
                pids.remove(pid);
            }
        }
    }

    /// What a process is: found running, or after it executed another program.
    ///
    /// @param name    what the kernel calls it, from position to limit; anything unless [#asksName]
    /// @param command its command line with NULs between, at least the first [#commandReach] bytes of it
    public void identified(int pid, ByteBuffer name, ByteBuffer command) {
        for (int i = 0; i < patterns.length; i++) {
            put(i, pid, patterns[i].matches(patterns[i].isByName() ? name : command));
        }
    }

    /// A process took another name, as it may without executing anything. Its command line is what it was.
    public void renamed(int pid, ByteBuffer name) {
        for (int i = 0; i < patterns.length; i++) {
            if (patterns[i].isByName()) {
                put(i, pid, patterns[i].matches(name));
            }
        }
    }

    /// A process ended, whether or not somebody has collected it.
    public void exited(int pid) {
        for (PidSet pids : matching) {
            pids.remove(pid);
        }
    }

    /// Forgets all processes, before those there are now are identified.
    public void clear() {
        for (PidSet pids : matching) {
            pids.clear();
        }
    }

    /// How many processes are what a tracker looks for.
    ///
    /// @param tracker its place in the list
    public int count(int tracker) {
        return matching[tracker].size();
    }

    private void put(int tracker, int pid, boolean matches) {
        if (matches) {
            matching[tracker].add(pid);
        } else {
            matching[tracker].remove(pid);
        }
    }
}
