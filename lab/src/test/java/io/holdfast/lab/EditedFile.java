package io.holdfast.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// A configuration of fifty instances in somebody's editor: random edits from a seed, and for each what a reload has to
/// do to the addresses of a node that is master of everything. Shares no code with the daemon.
final class EditedFile {
    /// Instances that no edit is about, two of each kind; the others are as good as untouched most of the time.
    static final int RESERVED = 10;
    private static final int INSTANCES = 50;
    /// Instances up to this VRID have a backup, which must go on understanding their advertisements.
    private static final int BACKED_UP = 40;
    private static final int FEWEST = 40;

    private enum Kind { V3, V2_PASSWORD, IPV6, UNICAST, V2_EXCLUDED }

    private record Written(String name, int vrid, Kind kind, int priority, String interval, String password,
            List<String> vips, String label) {

        Written renamed(String other) {
            return new Written(other, vrid, kind, priority, interval, password, vips, label);
        }

        Written priority(int other) {
            return new Written(name, vrid, kind, other, interval, password, vips, label);
        }

        Written interval(String other) {
            return new Written(name, vrid, kind, priority, other, password, vips, label);
        }

        Written password(String other) {
            return new Written(name, vrid, kind, priority, interval, other, vips, label);
        }

        Written vips(List<String> other) {
            return new Written(name, vrid, kind, priority, interval, password, List.copyOf(other), label);
        }

        Written label(String other) {
            return new Written(name, vrid, kind, priority, interval, password, vips, other);
        }

        boolean isV2() {
            return kind == Kind.V2_PASSWORD || kind == Kind.V2_EXCLUDED;
        }

        String text(String peer) {
            String other = switch (kind) {
                case V3, IPV6 -> "version 3";
                case UNICAST -> "version 3\n    unicast_peer {\n        " + peer + "\n    }";
                case V2_PASSWORD ->
                        "authentication {\n        auth_type PASS\n        auth_pass " + password + "\n    }";
                case V2_EXCLUDED -> "virtual_ipaddress_excluded {\n        10.97.0." + vrid + "\n    }";
            };
            String first = vips.getFirst() + (kind == Kind.IPV6 ? "/64" : "") + label;
            return "vrrp_instance " + name + " {\n    interface eth0\n    virtual_router_id " + vrid
                    + "\n    priority " + priority + "\n    advert_int " + interval + "\n    " + other
                    + "\n    virtual_ipaddress {\n        " + first + "\n"
                    + String.join("", vips.stream().skip(1)
                            .map(vip -> "        " + vip + (kind == Kind.IPV6 ? "/64" : "") + "\n").toList())
                    + "    }\n}\n";
        }

        List<String> held() {
            List<String> held = new ArrayList<>(vips);
            if (kind == Kind.V2_EXCLUDED) {
                held.add("10.97.0." + vrid);
            }
            return held;
        }
    }

    /// What an edit does.
    ///
    /// @param touched names of the instances the log has to tell about
    /// @param removed addresses that go from the kernel
    /// @param added   addresses that come
    /// @param refused nothing may happen, since the file is wrong
    record Edit(String what, Set<String> touched, List<String> removed, List<String> added, boolean refused) {
        private static Edit silent(String what) {
            return new Edit(what, Set.of(), List.of(), List.of(), false);
        }

        private static Edit wrong(String what) {
            return new Edit(what, Set.of(), List.of(), List.of(), true);
        }
    }

    private final Random random;
    private final List<Written> instances = new ArrayList<>();
    private final List<Integer> included = new ArrayList<>();
    private String remark = "";
    private String mistake = "";
    private int lastVrid;
    private int lastName;
    private int lastAddress;

    EditedFile(long seed) {
        random = new Random(seed);
        for (int i = 0; i < INSTANCES; i++) {
            Kind kind = Kind.values()[i % Kind.values().length];
            instances.add(fresh(kind, "1"));
        }
        Written first = instances.getFirst();
        instances.set(0, first.vips(List.of(Cell.VIP)));
    }

    private Written fresh(Kind kind, String interval) {
        int vrid = ++lastVrid;
        return new Written("VI_" + vrid, vrid, kind, 200, interval, "pass" + vrid, List.of(address(kind)), "");
    }

    private String address(Kind kind) {
        int number = ++lastAddress;
        return kind == Kind.IPV6 ? "fd00:98::" + Integer.toHexString(number)
                : "10.98." + number / 200 + "." + (number % 200 + 1);
    }

    /// Every address the node is to hold, its own apart.
    Set<String> addresses() {
        Set<String> all = new TreeSet<>();
        instances.forEach(instance -> all.addAll(instance.held()));
        return all;
    }

    /// The VIPs of the instances that no edit is about.
    Set<String> reservedAddresses() {
        Set<String> all = new TreeSet<>();
        instances.stream().filter(instance -> instance.vrid <= RESERVED)
                .forEach(instance -> all.addAll(instance.held()));
        return all;
    }

    /// The VRIDs among them whose advertisements go over IPv4.
    List<Integer> reservedOverIpv4() {
        return instances.stream().filter(instance -> instance.vrid <= RESERVED && instance.kind != Kind.IPV6)
                .map(Written::vrid).toList();
    }

    /// What `include` names, for the file beside the main one.
    String includedText() {
        return String.join("\n", instances.stream().filter(instance -> included.contains(instance.vrid))
                .map(instance -> instance.text("10.99.0.2")).toList());
    }

    String text() {
        return remark + "global_defs {\n    vrrp_garp_master_delay 0\n}\n" + mistake + "include extra.conf\n"
                + String.join("\n", instances.stream().filter(instance -> !included.contains(instance.vrid))
                        .map(instance -> instance.text("10.99.0.2")).toList());
    }

    /// The configuration of the backup, which nobody edits. Address lists that change do not make it doubt the master.
    String backupText() {
        return "global_defs {\n    vrrp_skip_check_adv_addr\n    vrrp_garp_master_delay 0\n}\n"
                + String.join("\n", instances.stream().filter(instance -> instance.vrid <= BACKED_UP)
                        .map(instance -> instance.priority(100).text("10.99.0.1")).toList());
    }

    /// The next edit; the one before was applied, unless it was a mistake, which is mended first.
    Edit edit() {
        mistake = "";
        int i = pick();
        Written w = instances.get(i);
        boolean alone = w.vrid > BACKED_UP;
        return switch (random.nextInt(14)) {
            case 0 -> put(i, w.priority(150 + (w.priority - 149 + random.nextInt(99)) % 100), "priority");
            case 1 -> w.isV2() && !alone ? comment()
                    : put(i, w.interval(w.interval.equals("1") ? "2" : "1"), "interval");
            case 2, 3 -> addAddress(i, w);
            case 4, 5 -> removeAddress(i, w);
            case 6 -> put(i, w.renamed("NAME_" + ++lastName), "name");
            case 7 -> w.kind == Kind.V2_PASSWORD && alone
                    ? put(i, w.password("other" + ++lastName), "password") : reorder();
            case 8 -> label(i, w);
            case 9 -> split();
            case 10 -> instances.size() > FEWEST ? remove(i, w) : comment();
            case 11 -> add(fresh(Kind.V3, "0.1"));
            case 12 -> alone && w.kind == Kind.V3 ? replace(i, w) : comment();
            default -> err();
        };
    }

    private int pick() {
        int i = random.nextInt(instances.size());
        while (instances.get(i).vrid <= RESERVED) {
            i = random.nextInt(instances.size());
        }
        return i;
    }

    private Edit put(int i, Written changed, String what) {
        instances.set(i, changed);
        return new Edit(what + " of " + changed.name, Set.of(changed.name), List.of(), List.of(), false);
    }

    private Edit addAddress(int i, Written w) {
        String address = address(w.kind);
        List<String> vips = new ArrayList<>(w.vips);
        vips.add(address);
        instances.set(i, w.vips(vips));
        return new Edit("address for " + w.name, Set.of(w.name), List.of(), List.of(address), false);
    }

    private Edit removeAddress(int i, Written w) {
        if (w.vips.size() < 2) {
            return addAddress(i, w);
        }
        instances.set(i, w.vips(w.vips.subList(0, w.vips.size() - 1)));
        return new Edit("no address for " + w.name, Set.of(w.name), List.of(w.vips.getLast()), List.of(), false);
    }

    /// The kernel can change no label, so the address goes and comes.
    private Edit label(int i, Written w) {
        if (w.kind == Kind.IPV6) {
            return reorder();
        }
        instances.set(i, w.label(" label eth0:" + ++lastName));
        List<String> address = List.of(w.vips.getFirst());
        return new Edit("label in " + w.name, Set.of(w.name), address, address, false);
    }

    private Edit remove(int i, Written w) {
        instances.remove(i);
        return new Edit("removal of " + w.name, Set.of(w.name), w.held(), List.of(), false);
    }

    private Edit add(Written w) {
        instances.add(random.nextInt(instances.size()), w);
        return new Edit("addition of " + w.name, Set.of(w.name), List.of(), w.held(), false);
    }

    private Edit replace(int i, Written w) {
        instances.set(i, new Written(w.name, ++lastVrid, w.kind, w.priority, "0.1", w.password, w.vips, w.label));
        return new Edit("another VRID for " + w.name, Set.of(w.name), w.held(), w.held(), false);
    }

    private Edit reorder() {
        Collections.shuffle(instances, random);
        return Edit.silent("another order");
    }

    private Edit comment() {
        remark = "# remark " + ++lastName + "\n\n\t\n";
        return Edit.silent("a remark");
    }

    private Edit split() {
        included.clear();
        instances.stream().filter(_ -> random.nextBoolean()).forEach(instance -> included.add(instance.vrid));
        return Edit.silent("another division into files");
    }

    private Edit err() {
        String head = "vrrp_instance WRONG {\n    interface ";
        mistake = switch (random.nextInt(4)) {
            case 0 -> head + "eth77\n    virtual_router_id 250\n    virtual_ipaddress {\n        10.96.0.1\n    }\n}\n";
            case 1 -> head + "eth0\n    virtual_ipaddress {\n        10.96.0.1\n    }\n}\n";
            case 2 -> head + "eth0\n    virtual_router_id 1\n    virtual_ipaddress {\n        10.96.0.1\n    }\n}\n";
            default -> head + "eth0\n    virtual_router_id\n    virtual_ipaddress {\n        10.96.0.1\n    }\n}\n";
        };
        return Edit.wrong("mistake");
    }
}
