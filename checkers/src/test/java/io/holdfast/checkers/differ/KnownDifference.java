package io.holdfast.checkers.differ;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// All that may differ from keepalived 2.2.7, and why. The specification is that of 2.4.3.
enum KnownDifference {
    NEWER_KEYWORD("keywords that came after 2.2.7, and our own") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return missed(oddity, "Unknown keyword '") ? NEWER.contains(quoted(oddity))
                    : oddity.kind() == Oddity.Kind.EXIT && NEWER.stream().anyMatch(
                            keyword -> files.answer().output().contains("Unknown keyword '" + keyword + "'"));
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
            return (missed(oddity, "number '") && oddity.message().endsWith("2147.483647]"))
                    || missed(oddity, "garp_group g") || (missed(oddity, "garp group ")
                            && files.answer().output().contains("outside range [0.000000, 2147.483647]"));
        }
    },
    STRICT_ARGUMENT("2.2.7 does not look at the word behind vrrp_strict and vrrp_skip_check_adv_addr") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return (surplus(oddity, Problem.BAD_VALUE)
                    && oddity.text().strip().matches("vrrp_(strict|skip_check_adv_addr) .*"))
                    || (STRICTNESS.matcher(oddity.message()).find()
                            && files.lines().stream().anyMatch(line -> STRICT_OFF.matcher(line).matches()));
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
    EMPTY_WORD("an empty word is no path, no name and no command; keepalived takes it") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return ((surplus(oddity, Problem.BAD_VALUE) || surplus(oddity, Problem.BAD_COMMAND))
                    && oddity.text().contains("\"\"")) || isSecondToEmpty(files, oddity);
        }

        private boolean isSecondToEmpty(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.MISSED && oddity.message().contains("already specified")
                    && files.lines().stream().anyMatch(
                            line -> line.strip().equals(oddity.text().strip().split(" ", 2)[0] + " \"\""));
        }
    },
    STRICT_UNICAST("2.2.7 lets strict mode and unicast go together; 2.4.3 refuses it") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.STRICT_UNICAST);
        }
    },
    BAD_SOURCE("a source address or checksum that cannot be read is no wish for unicast; keepalived takes it for one") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.MISSED && BAD_UNICAST.matcher(files.answer().output()).find()
                    && (oddity.message().contains("A unicast keyword has been specified")
                            || oddity.message().contains("unicast with use_vmac requires"));
        }
    },
    WORD_COUNT("a word too many is noted and ignored everywhere; a few keywords of 2.2.7 refuse the line") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.MISSED && oddity.text().strip().split("\\s+", -1).length > 2
                    && (oddity.message().contains("kernel_rx_buf_size")
                            || missed(oddity, "Invalid vrrp_rx_bufs_multiplier")
                            || oddity.message().contains("unknown weight option")
                            || missed(oddity, "reload_time_file invalid")
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
            return oddity.kind() == Oddity.Kind.MISSED
                    && oddity.text().strip().matches(
                            "(lvs_sync_daemon_interface|linkbeat_use_polling|(vrrp_)?vmac_garp_intvl).*");
        }
    },
    GARP_TWICE("an interface in two lists of garp groups is complained of in another order") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return missed(oddity, "garp_group already specified for") || (surplus(oddity, Problem.GARP_GROUP)
                    && oddity.message().endsWith("is in a garp_group already"));
        }
    },
    WRONG_INTERVAL("a garp_group whose only interval is wrong has none; 2.2.7 takes it for 0") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.GARP_GROUP) && oddity.message().endsWith("has no interval")
                    && files.findings().stream().anyMatch(f -> f.problem() == Problem.BAD_VALUE
                            && f.consequence().matches("g(arp|na)_interval stays at .*"));
        }
    },
    FATAL_INTERFACE("a line with an interface that does not exist is dropped, and does not decide on the family;"
            + " since it ends the start, it does here") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return files.answer().output().contains("Non-existent interface specified");
        }
    },
    EMPTY_LIST("a list without anything in it is what it says") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return missed(oddity, "Warning - empty notification_email block")
                    || missed(oddity, "Warning - empty garp_group interfaces block");
        }
    },
    BROADCAST_TWICE("of two broadcast addresses in a line, only the one that counts is looked at") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return missed(oddity, "Address prefix length") && oddity.text().contains("broadcast")
                    && oddity.text().contains("brd");
        }
    },
    HELO_NAME("a keyword without its word is complained of; keepalived passes over these") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.WORD_LEFT_OUT)
                    && oddity.text().strip().matches("(smtp_helo_name|script|status_code)");
        }
    },
    UNICAST_ALONE("2.2.7 wants an interface of unicast, too; 2.4.3 goes by the routing table") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.MISSED && oddity.message().endsWith(") Unknown interface!")
                    && files.lines().stream().anyMatch(line -> line.contains("unicast_"));
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
                    && oddity.message().matches(".*vrrp_version [23] conflicts with.*");
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
            return (surplus(oddity, Problem.CORRECTED_VALUE) && oddity.message().contains("/\" is not an address"))
                    || (surplus(oddity, Problem.OPTION_LEFT_OUT) && oddity.text().contains("/ ")
                            && oddity.message().contains("leaves no room for a broadcast"));
        }
    },
    ABSENT_LINK("a line of interface_up_down_delays with two mistakes: keepalived stops at the interface") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.message().equals("keepalived exits 4, we exit 5")
                    && (files.answer().output().contains("specified for up/down delay")
                            || files.answer().output().contains("specified for linkbeat interface"));
        }
    },
    UNUSED_SCRIPT("without an instance no script is run, and keepalived does not look at them") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return (surplus(oddity, Problem.SCRIPT_SECURITY) || surplus(oddity, Problem.SCRIPT_MISSING))
                    && oddity.text().strip().startsWith("script ")
                    && files.lines().stream().noneMatch(line -> line.contains("vrrp_instance"));
        }
    },
    NO_USER_ONCE("that there is nobody to run a script as is said of each script; keepalived says it once") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.NO_SCRIPT_USER)
                    && (files.answer().output().contains("Unable to set default user")
                            || files.answer().output().contains("Error setting global script uid/gid"));
        }
    },
    FIFO_SCRIPT_ALONE("the script of a pipe that is not asked for is not looked at") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return (oddity.kind() == Oddity.Kind.MISSED
                    && oddity.text().contains("notify_fifo_script")) || (oddity.line() == 0
                            && (oddity.message().contains("SECURITY VIOLATION")
                                    || oddity.message().equals("keepalived exits 6, we exit 5"))
                            && files.lines().stream().anyMatch(line -> line.contains("notify_fifo_script")));
        }
    },
    VMAC_OPTIONS("2.2.7 takes netlink_notify_msg and group for names of the macvlan") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return missed(oddity, "VMAC interface name")
                    && oddity.text().strip().matches("(@main )?use_vmac .*(netlink_notify_msg|group).*");
        }
    },
    DELAY_ALONE("2.2.7 says nothing of an interface without its delays") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.WORD_LEFT_OUT) && oddity.message().contains("interface_up_down_delays");
        }
    },
    RULE_FAMILY("2.2.7 passes over the word behind inet or inet6 of a route or rule, which puts the rest out of step") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.text().strip().matches("(.* )?inet6? .*");
        }
    },
    DROPPED_SERVER("the checks of a real server that is left out are not looked at") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.MISSED && CHECK_REFERENCE.matcher(oddity.message()).find()
                    && (files.finds(Problem.NO_REAL_SERVER) || files.finds(Problem.SERVER_FAMILY)
                            || files.finds(Problem.NO_GROUP));
        }
    },
    DROPPED_CHECK("of a check that is left out for one thing, others are not looked at") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.MISSED && files.finds(Problem.CHECK_LEFT_OUT)
                    && oddity.message().matches(
                            ".*(nb_get_retry is deprecated|BFD_CHECK - BFD|track_file \\S+ not found).*");
        }
    },
    IGNORED_BFD("of a bfd_instance that is ignored, 2.2.7 does not look at the rest") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.SURPLUS && files.isIn(oddity.line(), "bfd_instance")
                    && files.answer().output().matches("(?s).*BFD instance .* ignoring instance.*");
        }
    },
    FIRST_MISTAKE("of several mistakes in a route, keepalived sees the first") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.message().equals("keepalived exits 5, we exit 2")
                    && files.findings().stream().anyMatch(f -> f.problem() == Problem.MISSING_WORD
                            && files.answer().output().contains(": Line " + f.line() + ") "));
        }
    },
    NOTIFY_TWICE("the first notify script counts; for 2.2.7 the first that could be run") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.REPEATED)
                    && oddity.text().strip().matches("(@main )?\\w*(notify|_script)\\w* .*");
        }
    },
    SYNC_DAEMON_WORDS("2.2.7 says nothing of a word too many behind lvs_sync_daemon") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.UNKNOWN_OPTION) && oddity.text().strip().startsWith("lvs_sync_daemon ");
        }
    },
    INTERFACE_NAME("2.2.7 looks at none of the names that global_defs gives interfaces") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.BAD_VALUE)
                    && oddity.text().strip().matches("(default_interface|vmac_prefix|vmac_addr_prefix) .*");
        }
    },
    REFUSED_IPVLAN("use_ipvlan is refused, so that nothing of it is looked at") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.MISSED
                    && oddity.message().matches(
                            ".*(same family|Cannot specify native_ipv6|vmac_xmit_base|promote_secondaries"
                                    + "|instance family|VMAC interface name already specified).*")
                    && files.lines().stream().anyMatch(line -> line.contains("use_ipvlan"));
        }
    },
    REFUSED_SCRIPTS("what is refused runs no script, so that nothing is said of script security") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.message().matches("keepalived exits 6, we exit [25]")
                    && files.answer().output().contains("SECURITY VIOLATION")
                    && (files.findings().stream().anyMatch(f -> f.severity() == Severity.REFUSE)
                            || files.finds(Problem.SYNC_GROUP) || files.finds(Problem.NO_REAL_SERVER)
                            || files.finds(Problem.SERVER_FAMILY));
        }
    },
    NUMBER_OVERFLOW("a number of too many bits names nothing; 2.2.7 makes one of fewer of it") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.SURPLUS
                    && oddity.message().matches(".*\"(18446744073709551616|4294967296)\".*");
        }
    },
    CHECK_VALUE_TWICE("2.2.7 says nothing of a value of a check that replaces another") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.REPEATED)
                    && oddity.text().strip().matches("(path|virtualhost|misc_path) .*");
        }
    },
    MACVLAN_VRID("2.2.7 lets two instances share a VRID if one of them has an interface of its own; 2.4.3 refuses it") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.DUPLICATE_VRID)
                    && files.lines().stream().anyMatch(line -> line.matches(".*use_(vmac|ipvlan).*"));
        }
    },
    TRACK_GROUP_OF_ADDRESS("track_group without its word drops an address; an instance of 2.2.7 does not know it") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return files.findings().stream().anyMatch(f -> f.problem() == Problem.BAD_ENTRY
                    && f.message().startsWith("track_group needs"));
        }
    },
    LATER_USER("of several users of a script, the last counts; 2.2.7 complains of the others, too") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return (missed(oddity, "Unable to set uid/gid for script") || surplus(oddity, Problem.SCRIPT_SECURITY))
                    && files.lines().stream().filter(line -> line.strip().startsWith("user ")).count() > 1;
        }
    },
    MACVLAN_TWICE("the first use_vmac counts; 2.2.7 minds only if both name the macvlan") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.REPEATED) && oddity.text().contains("use_vmac");
        }
    },
    OUT_OF_STEP("what is wrong in a line is left out; 2.2.7 goes on in the middle of it, and gives up at its end") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.message().startsWith("keepalived exits 2")
                    && files.stopsWhere(Set.of(Problem.BAD_ENTRY, Problem.GARP_GROUP));
        }
    },
    MACVLAN_AND_IPVLAN("2.2.7 says nothing of an instance with use_vmac and use_ipvlan") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.LINK_CONFLICT) && oddity.text().contains("use_ipvlan");
        }
    },
    WEIGHT_OF_ZERO("for 2.2.7 a weight of 0 is none, so that a second one is no repetition") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.REPEATED) && oddity.text().strip().matches("(@main )?weight .*");
        }
    },
    HEX_END("2.2.7 refuses hexadecimal digits that end in ff") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return missed(oddity, "Invalid hex string for UDP_CHECK") && oddity.text().strip().matches(".*ff\"?");
        }
    },
    BRACE_AFTER_THE_END("what lacks a word ends the reading; braces behind it are not counted") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.MISSED && oddity.message().contains("'}'")
                    && files.finds(Problem.MISSING_WORD);
        }
    },
    REGEX_LIMITS("2.2.7 takes anything behind regex_stack and regex_max_offset") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.SURPLUS
                    && oddity.text().strip().matches("regex_(stack|max_offset).*");
        }
    },
    FALLBACK("mh-fallback is for the scheduler mh; 2.2.7 takes it with sh, too") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.SERVICE_SETTING) && oddity.message().contains("mh-fallback needs");
        }
    },
    LONG_DELAY("a delay of more than 31 years is a slip") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.BAD_VALUE)
                    && oddity.message().matches(".*\\d\" is not a number of seconds from \\S+ to 1000000000");
        }
    },
    IP_PROTOCOL("2.2.7 takes protocols up to 127 behind ipproto") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.MISSED
                    && oddity.message().matches("Invalid ipproto (12[89]|1[3-9][0-9]|2[0-5][0-9])");
        }
    },
    NO_VRF("whether an interface is a VRF shows when the route is set") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return oddity.kind() == Oddity.Kind.MISSED && oddity.message().contains("is not a VRF");
        }
    },
    FAMILY_ORDER("ip_family decides on the family of a virtual server wherever it stands; in 2.2.7 if it comes first") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return files.answer().output().contains("Virtual server specified family")
                    && (oddity.message().contains("amily") || surplus(oddity, Problem.NO_REAL_SERVER)
                            || surplus(oddity, Problem.SERVICE_DEFAULT) || surplus(oddity, Problem.SERVICE_QUORUM));
        }
    },
    SUPPRESSION("suppress options need a table; 2.2.7 takes them with l3mdev, too") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.BAD_ENTRY) && oddity.text().contains("l3mdev")
                    && oddity.message().endsWith("is for rules with table only");
        }
    },
    PLUS_SIGN("a sign alone is no number; for 2.2.7 it is 0") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.BAD_VALUE) && oddity.message().contains("\"+\" is not a number of seconds");
        }
    },
    WRONG_DELAY("a wrong preempt_delay leaves an earlier one as it is; 2.2.7 sets it to 0") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.PREEMPT_CONFLICT) && files.finds(Problem.BAD_VALUE)
                    && files.lines().stream().filter(line -> line.contains("preempt_delay")).count() > 1;
        }
    },
    TUNNEL_TYPE("lvs_method with a tunnel there is none of is left out; 2.2.7 keeps TUN") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return surplus(oddity, Problem.SERVICE_DEFAULT)
                    && files.answer().output().contains("Unknown tunnel type");
        }
    },
    EMPTY_SERVER("2.2.7 says nothing of a virtual server of a group that has no real server") {
        @Override
        boolean covers(Comparison files, Oddity oddity) {
            return (surplus(oddity, Problem.NO_REAL_SERVER) && oddity.text().contains("virtual_server group"))
                    || (surplus(oddity, Problem.SERVICE_SETTING) && files.finds(Problem.NO_REAL_SERVER));
        }
    };

    /// What keepalived says of the check of a real server that refers to something.
    private static final Pattern CHECK_REFERENCE = Pattern.compile(
            "^track_file \\S+ not found|requires a bind_if|will always fail|url has no path"
                    + "|does not match address family of (connect|bindto)|FILE_CHECK has no track_file"
                    + "|BFD_CHECK - BFD \\S+ not configured|No script path has been specified");

    private static final Pattern BAD_UNICAST = Pattern.compile(
            "malformed src address|Unknown old_unicast_chksum mode");
    private static final Pattern STRICT_OFF = Pattern.compile("\\s*(@main )?vrrp_strict (?!(on|yes|true)\\b)\\S+.*");
    private static final Pattern STRICTNESS = Pattern.compile("[Ss]trict|must be link local|at least one is");
    /// What is said of trackers and of what keeps an instance company.
    private static final Pattern SURROUNDINGS = Pattern
            .compile("track|deprecated|lvs_sync_daemon|global_tracking|[Qq]uorum|Unable to set default user|uid/gid");

    private static final Set<String> NEWER = Set.of("auto_realtime", "control_socket",
            "no_virtual_ipaddress", "v3_checksum_as_v2",
            "owner_ignore_adverts", "vrrp_owner_ignore_adverts", "dbus_no_interface_name", "timer_expired_backup",
            "thread_timer_expired", "json_version", "json_dump_file", "stats_dump_file", "state_dump_file",
            "snmp_vs_stats_update_interval", "snmp_rs_stats_update_interval", "use_symlink_paths",
            "vrrp_delay_after_boot", "vrrp_ipsets", "iproute_etc_dir", "iproute_usr_dir",
            "multihop", "tls_compliant");

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

    /// Where the block begins that keepalived goes on with when another one of its name has no brace.
    private static int firstOfName(Comparison files, int line) {
        String header = files.lines().get(line - 1).strip();
        for (int i = 1; i < line; i++) {
            if (files.lines().get(i - 1).strip().startsWith(header)) {
                return i;
            }
        }
        return line;
    }

    /// The first line from which both see braces that do not fit.
    private static int firstBrace(Comparison files) {
        int first = Integer.MAX_VALUE;
        for (Finding finding : files.findings()) {
            boolean bare = finding.problem() == Problem.NAME_TAKEN && !opens(files, finding.line());
            boolean unknownBlock = finding.problem() == Problem.UNKNOWN_KEYWORD
                    && finding.consequence().contains("block");
            if (BRACE_PROBLEMS.contains(finding.problem()) || unknownBlock || bare) {
                first = Math.min(first, bare ? firstOfName(files, finding.line()) : finding.line());
            }
        }
        return first;
    }
}
