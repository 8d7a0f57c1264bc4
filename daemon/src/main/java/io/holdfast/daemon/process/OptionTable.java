package io.holdfast.daemon.process;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The command line options (`daemon.md` 2.1), read the way GNU getopt_long reads them: long names may be
/// abbreviated, `--name=value` and `--name value` both work, an optional value needs the `=` (long) or no space
/// (short), short options without value may be joined.
///
/// Plain strings instead of a library: this runs before the first advertisement.
final class OptionTable {
    /// Short name (or a blank), long name, and `-` no value, `:` required value, `?` optional value.
    private static final String[] OPTIONS = {
        "f use-file :", "P vrrp -", "C check -", "B no_bfd -", "  all -", "l log-console -", "D log-detail -",
        "S log-facility :", "g log-file ?", "  flush-log-file -", "G no-syslog -", "u umask :", "X release-vips -",
        "V dont-release-vrrp -", "I dont-release-ipvs -", "R dont-respawn -", "n dont-fork -", "d dump-conf -",
        "p pid :", "r vrrp_pid :", "c checkers_pid :", "b bfd_pid :", "T genhash -", "a address-monitoring -",
        "s namespace :", "e all-config -", "i config-id :", "x snmp -", "A snmp-agent-socket :", "m core-dump -",
        "M core-dump-pattern ?", "  signum :", "t config-test ?", "  config-fd :", "  ignore-sigint -",
        "v version -", "h help -",
    };
    /// Of our own. They are not found by an abbreviation, so that those of keepalived stay what they are.
    private static final String[] OWN = {"  run-dir :", "  format :", "  offline -"};

    /// Receives what was found.
    interface Sink {
        /// @param name  the long name
        /// @param value the value, empty if there is none
        void option(String name, String value);

        /// Something that is not an option, or one that is used wrongly.
        void problem(String message);
    }

    private final Sink sink;

    OptionTable(Sink sink) {
        this.sink = sink;
    }

    /// Reads all arguments and returns those that are no options.
    List<String> read(List<String> arguments) {
        List<String> rest = new ArrayList<>();
        int i = 0;
        while (i < arguments.size()) {
            String argument = arguments.get(i++);
            if (argument.equals("--")) {
                rest.addAll(arguments.subList(i, arguments.size()));
                return rest;
            }
            String next = i < arguments.size() ? arguments.get(i) : null;
            boolean tookNext = false;
            if (argument.startsWith("--")) {
                tookNext = readLong(argument.substring(2), next);
            } else if (argument.length() > 1 && argument.charAt(0) == '-') {
                tookNext = readShort(argument, next);
            } else {
                rest.add(argument);
            }
            i += tookNext ? 1 : 0;
        }
        return rest;
    }

    private boolean readLong(String argument, @Nullable String next) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        String option = find(name);
        if (option.isEmpty()) {
            sink.problem("unknown option --" + name);
            return false;
        }
        char kind = option.charAt(option.length() - 1);
        String fullName = longName(option);
        if (equals >= 0 && kind == '-') {
            sink.problem("option --" + fullName + " takes no value");
        } else if (equals >= 0 && kind == ':' && equals == argument.length() - 1) {
            sink.problem("option --" + fullName + " needs a value");
        } else if (equals >= 0) {
            sink.option(fullName, argument.substring(equals + 1));
        } else if (kind != ':') {
            sink.option(fullName, "");
        } else if (next == null) {
            sink.problem("option --" + fullName + " needs a value");
        } else {
            sink.option(fullName, next);
            return true;
        }
        return false;
    }

    private boolean readShort(String argument, @Nullable String next) {
        for (int i = 1; i < argument.length(); i++) {
            String option = find(argument.charAt(i));
            if (option.isEmpty()) {
                sink.problem("unknown option -" + argument.charAt(i));
                continue;
            }
            char kind = option.charAt(option.length() - 1);
            if (kind == '-') {
                sink.option(longName(option), "");
                continue;
            }
            String joined = argument.substring(i + 1);
            if (!joined.isEmpty() || kind == '?') {
                sink.option(longName(option), joined);
                return false;
            }
            if (next == null) {
                sink.problem("option -" + argument.charAt(i) + " needs a value");
                return false;
            }
            sink.option(longName(option), next);
            return true;
        }
        return false;
    }

    private static String longName(String option) {
        return option.substring(2, option.length() - 2);
    }

    /// The option with this long name, or the only one that begins with it; empty if there is none.
    private static String find(String name) {
        for (String option : OWN) {
            if (longName(option).equals(name)) {
                return option;
            }
        }
        String found = "";
        for (String option : OPTIONS) {
            String candidate = longName(option);
            if (candidate.equals(name)) {
                return option;
            }
            if (candidate.startsWith(name) && !name.isEmpty()) {
                if (!found.isEmpty()) {
                    return "";
                }
                found = option;
            }
        }
        return found;
    }

    private static String find(char shortName) {
        for (String option : OPTIONS) {
            if (option.charAt(0) == shortName && shortName != ' ') {
                return option;
            }
        }
        return "";
    }
}
