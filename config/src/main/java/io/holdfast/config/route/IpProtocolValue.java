package io.holdfast.config.route;

import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;

/// A protocol above IP, by its number or one of the names that /etc/protocols usually has.
record IpProtocolValue() implements Value<Integer> {
    @Override
    public String expects() {
        return "an IP protocol like tcp, or a number from 0 to 255";
    }

    @Override
    public Outcome<Integer> read(String text) {
        return switch (text) { // IPPROTO_* of linux/in.h and linux/in6.h
            case "ip" -> Outcome.of(0);
            case "icmp", "ICMP" -> Outcome.of(1);
            case "igmp", "IGMP" -> Outcome.of(2);
            case "ipencap", "IP-ENCAP" -> Outcome.of(4);
            case "tcp", "TCP" -> Outcome.of(6);
            case "egp", "EGP" -> Outcome.of(8);
            case "udp", "UDP" -> Outcome.of(17);
            case "dccp", "DCCP" -> Outcome.of(33);
            case "ipv6", "IPv6" -> Outcome.of(41);
            case "rsvp", "RSVP" -> Outcome.of(46);
            case "gre", "GRE" -> Outcome.of(47);
            case "esp", "IPSEC-ESP" -> Outcome.of(50);
            case "ah", "IPSEC-AH" -> Outcome.of(51);
            case "ipv6-icmp", "IPv6-ICMP" -> Outcome.of(58);
            case "eigrp", "EIGRP" -> Outcome.of(88);
            case "ospf", "OSPFIGP" -> Outcome.of(89);
            case "pim", "PIM" -> Outcome.of(103);
            case "vrrp", "VRRP" -> Outcome.of(112);
            case "l2tp", "L2TP" -> Outcome.of(115);
            case "isis", "ISIS" -> Outcome.of(124);
            case "sctp", "SCTP" -> Outcome.of(132);
            case "udplite", "UDPLite" -> Outcome.of(136);
            default -> Values.integer(0, 255).read(text);
        };
    }
}
