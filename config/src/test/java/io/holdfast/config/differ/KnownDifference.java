package io.holdfast.config.differ;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// All that may differ from keepalived 2.2.7, and why. The specification is that of 2.4.3.
enum KnownDifference {
    NEWER_KEYWORD("keywords that came after 2.2.7, and our own auto_realtime") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return missed(oddity, "Unknown keyword '") && NEWER.contains(quoted(oddity));
        }
    },
    BRACES("after a brace too many, too few or of an unknown block, keepalived reads on in the wrong block, and its"
            + " four processes each differently; we take what is not understood as a unit (decision 3)") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return firstBrace(files) <= oddity.line() || (oddity.line() == 0 && firstBrace(files) < Integer.MAX_VALUE);
        }
    },
    NO_IPTABLES("Debian builds it without iptables") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return missed(oddity, "iptables not supported, using nftables instead")
                    || missed(oddity, "nftables already specified");
        }
    },
    ONLINE_CPUS("whether a CPU is there is asked when the process is bound to it, so that a file"
            + " can be tested elsewhere") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.text().contains("_cpu_affinity ")
                    && (missed(oddity, "number '") || missed(oddity, "Invalid cpu_id:"));
        }
    },
    DUPLICATE_ADDRESS("2.2.7 keeps an address that is listed twice; 2.4.3 drops the second") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.DUPLICATE_ADDRESS);
        }
    },
    TRACK_GROUP("2.2.7 keeps a track_group without members; 2.4.3 drops it") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.SYNC_GROUP) && oddity.message().contains("track_group");
        }
    },
    REFUSED_INSTANCE("of an instance that is refused, trackers and what else surrounds it are not looked at") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.MISSED && SURROUNDINGS.matcher(oddity.message()).find()
                    && files.isLeftOut(oddity.line());
        }
    },
    SECOND_LIST("a sync group with two lists of members is left out whole; keepalived goes on in the wrong block") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return files.findings().stream().anyMatch(f -> f.message().equals("there is a list of members already"));
        }
    },
    NOT_SUPPORTED_YET("refused rather than run as something else") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.NOT_SUPPORTED_YET);
        }
    },
    GARP_RANGE("2.2.7 takes intervals of garp groups up to 2147 s; 2.4.3 up to 4294 s") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return missed(oddity, "number '") && oddity.message().endsWith("2147.483647]")
                    || missed(oddity, "garp_group g") || (missed(oddity, "garp group ")
                            && files.answer().output().contains("outside range [0.000000, 2147.483647]"));
        }
    },
    STRICT_ARGUMENT("2.2.7 does not look at the word behind vrrp_strict and vrrp_skip_check_adv_addr") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return (surplus(oddity, Problem.BAD_VALUE)
                    && oddity.text().strip().matches("vrrp_(strict|skip_check_adv_addr) .*"))
                    || files.lines().stream().anyMatch(line -> STRICT_OFF.matcher(line).matches());
        }
    },
    NO_ADDRESS_MEANT("2.2.7 does not know no_virtual_ipaddress") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.message().contains("No VIP specified")
                    && files.lines().stream().anyMatch(line -> line.contains("no_virtual_ipaddress"));
        }
    },
    SCRIPT_DECIMALS("2.2.7 takes whole seconds for scripts; 2.4.3 decimals") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return missed(oddity, "") && oddity.text().strip().matches("(interval|timeout) .*[.].*");
        }
    },
    MAIL_HOST("whether the mail server has an address is asked when there is mail") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return missed(oddity, "Invalid smtp server");
        }
    },
    EMPTY_WORD("an empty word is no path and no name; keepalived takes it") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.BAD_VALUE) && oddity.text().endsWith("\"\"");
        }
    },
    STRICT_UNICAST("2.2.7 lets strict mode and unicast go together; 2.4.3 refuses it") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.STRICT_UNICAST);
        }
    },
    BAD_SOURCE("a source address that cannot be read is no wish for unicast; keepalived takes it for one") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return missed(oddity, "(N") && oddity.message().contains("A unicast keyword has been specified");
        }
    },
    WORD_COUNT("a word too many is noted and ignored everywhere; a few keywords of 2.2.7 refuse the line") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.MISSED && oddity.text().strip().split("\\s+").length > 2
                    && (oddity.message().contains("kernel_rx_buf_size")
                            || missed(oddity, "Invalid vrrp_rx_bufs_multiplier")
                            || missed(oddity, "extra characters"));
        }
    },
    BUFFER_WORDS("of several words of vrrp_rx_bufs_policy, 2.2.7 reads the first one again and again") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.text().strip().matches("vrrp_rx_bufs_policy \\S+ .*");
        }
    },
    DEPRECATED_ONCE("that a keyword of an instance has a successor is said once, of the last") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.MISSED && oddity.text().strip().startsWith("lvs_sync_daemon_interface");
        }
    },
    GARP_TWICE("an interface in two lists of garp groups is complained of in another order") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return missed(oddity, "garp_group already specified for") || surplus(oddity, Problem.GARP_GROUP);
        }
    },
    FATAL_INTERFACE("a line with an interface that does not exist is dropped, and does not decide on the family;"
            + " since it ends the start, it does here") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return files.answer().output().contains("Non-existent interface specified");
        }
    },
    EMPTY_LIST("a list of mail addresses without any is what it says") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return missed(oddity, "Warning - empty notification_email block");
        }
    },
    BROADCAST_TWICE("of two broadcast addresses in a line, only the one that counts is looked at") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return missed(oddity, "Address prefix length") && oddity.text().contains("broadcast")
                    && oddity.text().contains("brd");
        }
    },
    HELO_NAME("a keyword without its word is complained of; keepalived passes over this one") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.WORD_LEFT_OUT) && oddity.text().strip().startsWith("smtp_helo_name");
        }
    },
    FAULT_WITHOUT_PEER("an instance that waits in fault for peers has no group, so that nobody asks for its family") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.MISSED && oddity.message().contains("mcast dest address")
                    && files.lines().stream().anyMatch(line -> line.contains("unicast_fault_no_peer"));
        }
    },
    SECOND_VERSION("of several versions of an IPv6 instance the last one counts, so only that is complained of") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.MISSED && oddity.text().strip().startsWith("version ")
                    && oddity.message().contains("vrrp_version 2 conflicts with");
        }
    },
    PEER_OPTION("a peer whose option lacks its value is left out; keepalived takes its family from it") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return files.answer().output().contains("_ttl is missing a value");
        }
    },
    EMPTY_LENGTH("an address that ends in a slash is a host; keepalived makes a prefix of /0 of it without a word") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.CORRECTED_VALUE) && oddity.message().contains("/\" is not an address");
        }
    },
    ABSENT_LINK("a line of interface_up_down_delays with two mistakes: keepalived stops at the interface") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.message().equals("keepalived exits 4, we exit 5")
                    && files.answer().output().contains("specified for up/down delay");
        }
    };

    private static final Pattern STRICT_OFF = Pattern.compile("\\s*(@main )?vrrp_strict (off|no|false)\\b.*");
    /// What is said of trackers and of what keeps an instance company.
    private static final Pattern SURROUNDINGS = Pattern
            .compile("track|deprecated|lvs_sync_daemon|global_tracking|[Qq]uorum");

    private static final Set<String> NEWER = Set.of("auto_realtime", "no_virtual_ipaddress", "v3_checksum_as_v2",
            "owner_ignore_adverts", "vrrp_owner_ignore_adverts", "dbus_no_interface_name", "timer_expired_backup",
            "thread_timer_expired", "json_version", "json_dump_file", "stats_dump_file", "state_dump_file",
            "snmp_vs_stats_update_interval", "snmp_rs_stats_update_interval", "use_symlink_paths",
            "vrrp_delay_after_boot", "vrrp_ipsets");

    private final String reason;

    KnownDifference(String reason) {
        this.reason = reason;
    }

    abstract boolean covers(Comparison files, Oddity oddity);

    String reason() {
        return reason;
    }

    /// What of the differences is not known. Exit codes differ because of something, so they count only by themselves.
    static List<Oddity> unknown(Comparison files, Consumer<KnownDifference> seen) {
        List<Oddity> unknown = new ArrayList<>();
        boolean explained = false;
        for (Oddity oddity : files.oddities()) {
            Optional<KnownDifference> known = of(files, oddity);
            known.ifPresent(seen);
            explained |= known.isPresent();
            if (known.isEmpty() && !(oddity.kind() == Oddity.Kind.EXIT && explained)) {
                unknown.add(oddity);
            }
        }
        return unknown;
    }

    private static Optional<KnownDifference> of(Comparison files, Oddity oddity) {
        return Arrays.stream(values()).filter(known -> known.covers(files, oddity)).findFirst();
    }

    private static boolean missed(Oddity oddity, String message) {
        return oddity.kind() == Oddity.Kind.MISSED && oddity.message().startsWith(message);
    }

    private static boolean surplus(Oddity oddity, Problem problem) {
        return oddity.kind() == Oddity.Kind.SURPLUS && oddity.message().startsWith(problem.code());
    }

    private static String quoted(Oddity oddity) {
        return oddity.message().substring(oddity.message().indexOf('\'') + 1, oddity.message().lastIndexOf('\''));
    }

    private static final Set<Problem> BRACE_PROBLEMS = Set.of(Problem.MISSING_OPEN, Problem.STRAY_OPEN,
            Problem.EXCESS_CLOSE, Problem.MISSING_CLOSE, Problem.BAD_NAME);

    private static boolean opens(Comparison files, int line) {
        String next = line < files.lines().size() ? files.lines().get(line).strip() : "";
        return files.lines().get(line - 1).contains("{") || next.startsWith("{");
    }

    /// The first line from which both see braces that do not fit.
    private static int firstBrace(Comparison files) {
        int first = Integer.MAX_VALUE;
        for (Finding finding : files.findings()) {
            boolean bare = finding.problem() == Problem.NAME_TAKEN && !opens(files, finding.line());
            boolean unknownBlock = finding.problem() == Problem.UNKNOWN_KEYWORD
                    && finding.consequence().contains("block");
            if (BRACE_PROBLEMS.contains(finding.problem()) || unknownBlock || bare) {
                first = Math.min(first, finding.line());
            }
        }
        return first;
    }
}
