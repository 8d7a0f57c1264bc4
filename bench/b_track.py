"""track: a tracked object of the master fails: a process dies, a link goes down, a script fails, a file changes.
VRRPv3, advert_int 0.1. Every number is what the wire shows (bridge port of the sender), from the event on."""
import itertools
import os
import random
import shutil
import subprocess
import tempfile
import time

from benchlib import Cell, Proc, Sniffer, TAG, skew, vrrp_conf, stats, table, note, host_busy, on_exit

PA, PB, ADV = 200, 100, 0.1
SKEW = skew(PB, ADV, 3)
EVENTS = ["process", "link", "script", "file"]
METRICS = ["fault", "advert", "garp"]
WAIT = 20


class First:
    """Node a in the network namespace we are in, which should be the first: keepalived hears of processes only there."""
    port = "pf"
    made = itertools.count(1)

    def __init__(self, cell):
        self.dev = "%sf%d" % (TAG, next(self.made))     # the last one may still be on its way out
        cell.br.batch(["link add %s type veth peer name %s netns %d" % (self.port, self.dev, os.getpid()),
                       "link set %s master br0 up" % self.port])
        subprocess.run(["ip", "addr", "add", cell.NET + "9/24", "dev", self.dev], check=True)
        subprocess.run(["ip", "link", "set", self.dev, "up"], check=True)

    def __enter__(self):
        return self

    def __exit__(self, *a):
        pass


class Inside:
    """Node a in the cell's own namespace, with a second interface to be tracked."""
    dev, port = "eth0", "pa"

    def __init__(self, cell):
        cell.br.batch(["link add pt type veth peer name eth1 netns " + cell.a.name, "link set pt up"])
        cell.a.batch(["link set eth1 up"])
        self.ns = cell.a

    def __enter__(self):
        self.ns.__enter__()
        return self

    def __exit__(self, *a):
        self.ns.__exit__(*a)


class Trigger:
    """Something of node a that is tracked, made to fail and to recover."""

    def __init__(self, cell, event):
        self.cell, self.event = cell, event
        self.dir = tempfile.mkdtemp(prefix=TAG + "-track-")
        self.p = None
        on_exit(self.close)
        self.file = self.dir + "/file"
        self.program = self.dir + "/" + os.path.basename(self.dir)[-12:]
        shutil.copy("/bin/sleep", self.program)
        self.recover()

    def conf(self):
        """(blocks, lines of the instance)"""
        return {
            "process": ("vrrp_track_process t {\n process %s\n weight 0\n}\n" % os.path.basename(self.program),
                        "track_process {\n t\n}\n"),
            "link": ("", "track_interface {\n eth1\n}\n"),
            "script": ("vrrp_script t {\n script \"/usr/bin/test -e %s\"\n interval 1\n user root\n}\n" % self.file,
                       "track_script {\n t\n}\n"),
            "file": ("vrrp_track_file t {\n file %s\n weight 0\n}\n" % self.file, "track_file {\n t\n}\n"),
        }[self.event]

    def fail(self):
        """When it failed."""
        t = time.time()
        if self.event == "process":
            self.p.kill()
        elif self.event == "link":
            self.cell.br.batch(["link set pt down"])
        elif self.event == "script":
            os.unlink(self.file)
        else:
            self.write("1")
        return t

    def recover(self):
        if self.event == "process":
            self.reap()
            self.p = subprocess.Popen([self.program, "600"])
        elif self.event == "link":
            self.cell.br.batch(["link set pt up"])
        else:
            self.write("0")

    def write(self, text):
        with open(self.file, "w") as f:
            f.write(text)

    def reap(self):
        if self.p:
            self.p.kill()
            self.p.wait()

    def close(self):
        self.reap()
        shutil.rmtree(self.dir, ignore_errors=True)


class Round:
    """One daemon, one kind of event, again and again."""

    def __init__(self, daemon, event, repeats, sample):
        self.d, self.event, self.repeats, self.sample = daemon, event, repeats, sample
        self.cell = Cell()

    def first(self, dev, t, kind="A", prio0=False, prio=None):
        return self.sn.wait(lambda e: e.dev == dev and e.t >= t and e.kind == kind
                            and (kind == "G" or (e.prio == 0) == prio0) and (prio is None or e.prio == prio),
                            WAIT, self.mark)

    def begin(self, proc, port, t):
        if not self.first(port, t):
            raise RuntimeError("%s never became master: %s" % (port, proc.logtext()[-2000:]))

    def settle(self):
        time.sleep(0.5 + random.uniform(0, 1))      # any phase of the advertisements and of the script
        self.mark = len(self.sn.events)

    def run(self):
        node = First(self.cell) if self.event == "process" else Inside(self.cell)
        trigger = Trigger(self.cell, self.event)
        self.sn, self.mark = Sniffer(self.cell.br, [node.port, "pb"]), 0
        procs = []
        try:
            blocks, lines = trigger.conf()
            conf = vrrp_conf([self.cell.vip + "/24"], PA, ADV, 3, node.dev)
            procs.append(Proc(self.d, node, blocks + conf.replace("    virtual_ipaddress", lines + "    virtual_ipaddress"),
                              "-P"))
            self.begin(procs[0], node.port, procs[0].t0)
            procs.append(Proc(self.d, self.cell.b, vrrp_conf([self.cell.vip + "/24"], PB, ADV, 3), "-P"))
            time.sleep(2)
            for _ in range(self.repeats):
                self.settle()
                self.once(trigger, node)
            self.sample("sniffer_drops", self.sn.drops())
        finally:
            for p in procs:
                p.destroy()
            trigger.close()
            self.sn.close()
            self.cell.delete()

    def once(self, trigger, node):
        t = trigger.fail()
        gone, taken = self.first(node.port, t, prio0=True), self.first("pb", t)
        if gone and taken:
            self.sample(self.event + "_fault", (gone.t - t) * 1000)
            self.sample(self.event + "_advert", (taken.t - t - SKEW) * 1000)
            garp = self.first("pb", taken.t - 0.0005, "G")
            self.sample(self.event + "_garp", (garp.t - t - SKEW) * 1000 if garp else None)
        else:
            self.sample("failed_" + self.event, 1)
        self.mark = len(self.sn.events)
        t = time.time()
        trigger.recover()
        if not self.first(node.port, t, prio=PA):
            raise RuntimeError("%s: a did not return" % self.event)


def run(daemons, a):
    """{daemon: {metric: stats}}"""
    repeats, rounds = (3, 1) if a.quick else (a.repeats, 3)
    raw = {d.name: {} for d in daemons}
    errs = []
    hb, t0 = host_busy(), time.time()
    for event in EVENTS:
        for r in range(rounds):
            for k in range(len(daemons)):
                d = daemons[(r + k) % len(daemons)]
                try:
                    Round(d, event, repeats, lambda m, v, d=d: raw[d.name].setdefault(m, []).append(v)).run()
                except Exception as e:
                    errs.append("%s %s: %r" % (event, d.name, e))
                    note(errs[-1])
    load = round((host_busy() - hb) / (time.time() - t0), 2)
    res, rows = {}, []
    for d in daemons:
        r = {m: stats(v) for m, v in sorted(raw[d.name].items()) if not m.startswith("failed_")}
        r["failed"] = {m: sum(v) for m, v in raw[d.name].items() if m.startswith("failed_")}
        r["ideal_ms"] = {"fault": 0, "advert/garp": round(SKEW * 1000, 3)}
        r["host_busy_cpus"] = load
        r["errors"] = [e for e in errs if d.name in e]
        res[d.name] = r
    for m in ["%s_%s" % (e, x) for e in EVENTS for x in METRICS]:
        for d in daemons:
            s = res[d.name].get(m)
            if s and s["n"]:
                rows.append([m, d.name, s["n"], s["median"], s["min"], s["p90"], s["max"]])
    table("track (ms from the event; *_advert/_garp minus the skew time of %.1f ms)" % (SKEW * 1000),
          ["metric", "daemon", "n", "median", "min", "p90", "max"], rows)
    return res
