package io.holdfast.lab;

/// Advertisements that do not go to 224.0.0.18: over IPv6, to unicast peers, or both (`vrrp.md` 1.1, 1.4). Each way the
/// backup takes over from a master that dies and gives the address back to one that returns.
class DeliveryLabTest {
    private static final String VIP6 = "fd00:99::100";
    private static final String A6 = "fd00:99::1";
    private static final String B6 = "fd00:99::2";

    @Peers
    void overIpv6ToTheGroup(Pair pair) {
        Instance instance = Instance.v3(0.3).vip("fe80::99:100/64", VIP6 + "/64");
        failsOverAndBack(pair, VIP6, instance, instance);
    }

    @Peers
    void toPeersOverIpv4(Pair pair) {
        Instance instance = Instance.v3(0.3).vip(Cell.VIP);
        failsOverAndBack(pair, Cell.VIP, instance.with(peer("10.99.0.2")), instance.with(peer("10.99.0.1")));
    }

    @Peers
    void toPeersInVersionTwoWithAPassword(Pair pair) {
        Instance instance = Instance.v2("s3cret").vip(Cell.VIP);
        failsOverAndBack(pair, Cell.VIP, instance.with(peer("10.99.0.2")), instance.with(peer("10.99.0.1")));
    }

    @Peers
    void toPeersOverIpv6(Pair pair) {
        Instance instance = Instance.v3(0.3).vip(VIP6 + "/64");
        failsOverAndBack(pair, VIP6, instance.with("unicast_src_ip " + A6).with(peer(B6)),
                instance.with("unicast_src_ip " + B6).with(peer(A6)));
    }

    private static String[] peer(String address) {
        return new String[] {"unicast_peer {", address, "}"};
    }

    private static void addAddress(Host host, String address) {
        host.namespace().ip("address add " + address + "/64 dev " + Host.DEVICE + " nodad");
    }

    private static void failsOverAndBack(Pair pair, String vip, Instance ofA, Instance ofB) {
        Instance strong = ofA.priority(200);
        try (Cell cell = Cell.open(pair)) {
            addAddress(cell.a, A6);
            addAddress(cell.b, B6);
            Daemon first = cell.startA(strong);
            cell.a.expectHolds(vip, true, Cell.PATIENCE);
            cell.standsBy(cell.startB(ofB), ofB);

            first.crash();
            cell.b.expectHolds(vip, true, Cell.PATIENCE);

            cell.startA(strong);
            cell.b.expectHolds(vip, false, Cell.PATIENCE);
            cell.a.expectHolds(vip, true, Cell.PATIENCE);
        }
    }
}
