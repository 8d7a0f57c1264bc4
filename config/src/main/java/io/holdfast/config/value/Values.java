package io.holdfast.config.value;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.DecimalTimeValue.Unit;
import java.time.Duration;
import java.util.Optional;

/// The kinds of value that several keywords share.
public final class Values {
    private static final int IFNAMSIZ = 16; // linux/if.h, the terminating zero included

    /// `on`, `true`, `yes`, `off`, `false`, `no`, lower case (9.3).
    public static final Value<Boolean> BOOL = new Bool();
    /// Any text, for people to read.
    public static final Value<String> TEXT = new Text("a text");
    /// A word taken as it is, but not an empty one.
    public static final Value<String> WORD = new PlainWord("a word");
    /// A path of a file or directory.
    public static final Value<String> PATH = new PlainWord("a path");
    /// The name of a network interface.
    public static final Value<String> INTERFACE = new Name("an interface name", IFNAMSIZ);
    /// A process name, of which the kernel keeps 15 characters.
    public static final Value<String> PROCESS_NAME = new ProcessName();
    /// An address of either family.
    public static final Value<IpAddress> ADDRESS = new Address();
    /// The address of a server or of a socket.
    public static final Value<IpAddress> SOCKET_ADDRESS = new SocketAddressValue();
    /// `IP` or `IP/LEN`.
    public static final Value<Prefix> PREFIX = new PrefixValue();
    /// A multicast group of either family; what keepalived drops behind an address is dropped here, too.
    public static final Value<IpAddress> MULTICAST = new Multicast();
    /// A group that IPv4 advertisements can go to.
    public static final Value<IpAddress> MULTICAST_V4 = new MulticastV4();
    /// A group that IPv6 advertisements can go to.
    public static final Value<IpAddress> MULTICAST_V6 = new MulticastV6();
    /// A group of either family that no router forwards.
    public static final Value<IpAddress> LOCAL_GROUP = new LocalGroup();
    /// What nobody must see.
    public static final Value<String> PASSWORD = new Password();

    private Values() {}

    /// A number that a wrong character spoils (9.1, strict).
    public static Value<Integer> integer(long min, long max) {
        return new IntegerValue(min, max, false);
    }

    /// A number of which keepalived uses the leading digits if anything else follows (9.1, lenient).
    public static Value<Integer> lenientInteger(long min, long max) {
        return new IntegerValue(min, max, true);
    }

    /// A number beyond what an integer holds, strict.
    public static Value<Long> count(long min, long max) {
        return new CountValue(min, max, false);
    }

    /// A number beyond `int`, lenient.
    public static Value<Long> lenientCount(long min, long max) {
        return new CountValue(min, max, true);
    }

    /// Milliseconds with up to three decimals; the bounds in microseconds.
    public static Value<Duration> millis(long minMicros, long maxMicros) {
        return new DecimalTimeValue(Unit.MILLISECONDS, minMicros, maxMicros, 3);
    }

    /// Whole seconds, lenient.
    public static Value<Duration> wholeSeconds(long min, long max) {
        return new WholeSecondsValue(new CountValue(min, max, true));
    }

    /// Seconds with up to six decimals; the bounds in microseconds.
    public static Value<Duration> seconds(long minMicros, long maxMicros) {
        return new DecimalTimeValue(Unit.SECONDS, minMicros, maxMicros, 6);
    }

    /// Seconds with up to three decimals; the bounds in milliseconds.
    public static Value<Duration> milliseconds(long min, long max) {
        return new DecimalTimeValue(Unit.SECONDS, min * 1_000, max * 1_000, 3);
    }

    /// A number of microseconds, lenient.
    public static Value<Duration> micros(long min, long max) {
        return new MicrosValue(new CountValue(min, max, true));
    }

    /// A name that the kernel keeps with a zero behind it.
    ///
    /// @param size bytes the kernel has for it
    public static Value<String> name(int size) {
        return new Name("a name", size);
    }

    /// An address of one family.
    public static Value<IpAddress> address(Family family) {
        return new AddressOf(family);
    }

    private record Bool() implements Value<Boolean> {
        @Override
        public String expects() {
            return "one of on, true, yes, off, false, no";
        }

        @Override
        public Outcome<Boolean> read(String text) {
            return switch (text) {
                case "on", "true", "yes" -> Outcome.of(true);
                case "off", "false", "no" -> Outcome.of(false);
                default -> Outcome.wrong();
            };
        }
    }

    private record Text(String expects) implements Value<String> {
        @Override
        public Outcome<String> read(String text) {
            return Outcome.of(Shown.text(text));
        }
    }

    private record PlainWord(String expects) implements Value<String> {
        @Override
        public Outcome<String> read(String text) {
            return text.isEmpty() ? Outcome.wrong() : Outcome.of(Shown.decoded(text));
        }
    }

    /// @param kind what kind of name
    /// @param size bytes the kernel has for it
    private record Name(String kind, int size) implements Value<String> {
        @Override
        public String expects() {
            return kind + " of 1 to " + (size - 1) + " characters";
        }

        @Override
        public Outcome<String> read(String text) {
            return text.isEmpty() || text.length() >= size ? Outcome.wrong() : Outcome.of(Shown.decoded(text));
        }
    }

    private record ProcessName() implements Value<String> {
        private static final int MAX = 15; // TASK_COMM_LEN of linux/sched.h without the terminating zero

        @Override
        public String expects() {
            return "a process name of at most 15 characters";
        }

        @Override
        public Outcome<String> read(String text) {
            return text.length() <= MAX ? Outcome.of(text)
                    : Outcome.corrected(text.substring(0, MAX), "cut to " + Shown.text(text.substring(0, MAX)));
        }
    }

    private record Address() implements Value<IpAddress> {
        @Override
        public String expects() {
            return "an IP address";
        }

        @Override
        public String hint(String text) {
            return AddressSlips.hint(text, false);
        }

        @Override
        public Outcome<IpAddress> read(String text) {
            return new Outcome<>(IpAddress.parse(text), "");
        }
    }

    private record AddressOf(Family family) implements Value<IpAddress> {
        @Override
        public String expects() {
            return family == Family.IPV4 ? "an IPv4 address" : "an IPv6 address";
        }

        @Override
        public Outcome<IpAddress> read(String text) {
            Optional<IpAddress> address = IpAddress.parse(text);
            return address.isPresent() && address.get().family() == family ? Outcome.of(address.get())
                    : Outcome.wrong();
        }
    }

    private record PrefixValue() implements Value<Prefix> {
        @Override
        public String expects() {
            return "an address like 192.0.2.1 or 192.0.2.1/24";
        }

        @Override
        public String hint(String text) {
            return AddressSlips.hint(text, true);
        }

        @Override
        public String hintBehind(String text) {
            return AddressSlips.hintBehind(text);
        }

        @Override
        public Outcome<Prefix> read(String text) {
            int slash = text.indexOf('/');
            Optional<IpAddress> address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
            if (address.isEmpty()) {
                return Outcome.wrong();
            }
            Prefix host = Prefix.host(address.get());
            if (slash < 0) {
                return Outcome.of(host);
            }
            // A wrong length costs the length only, not the address (11.1).
            Optional<Integer> length = integer(0, host.length()).read(text.substring(slash + 1)).value();
            if (length.isPresent() && slash + 1 < text.length()) {
                return Outcome.of(new Prefix(address.get(), length.get()));
            }
            String instead = " is used instead of " + Shown.text(text.substring(slash));
            return Outcome.corrected(host, "/" + host.length() + instead);
        }
    }

    private record Multicast() implements Value<IpAddress> {
        @Override
        public String expects() {
            return "a multicast address";
        }

        @Override
        public Outcome<IpAddress> read(String text) {
            Outcome<IpAddress> read = SOCKET_ADDRESS.read(text);
            return read.value().isPresent() && read.value().get().isMulticast() ? read : Outcome.wrong();
        }
    }

    private record MulticastV4() implements Value<IpAddress> {
        @Override
        public String expects() {
            return "an IPv4 multicast address, 224.0.0.0 to 239.255.255.255";
        }

        @Override
        public Outcome<IpAddress> read(String text) {
            Optional<IpAddress> address = IpAddress.parse(text);
            boolean fits = address.isPresent() && address.get().isV4() && address.get().isMulticast();
            return fits ? Outcome.of(address.get()) : Outcome.wrong();
        }
    }

    private record MulticastV6() implements Value<IpAddress> {
        @Override
        public String expects() {
            return "a link-local IPv6 multicast address like ff02::12";
        }

        @Override
        public Outcome<IpAddress> read(String text) {
            Optional<IpAddress> address = IpAddress.parse(text);
            if (address.isEmpty() || address.get().isV4() || !address.get().isMulticast()) {
                return Outcome.wrong();
            }
            return isLinkLocalGroup(address.get()) ? Outcome.of(address.get())
                    : Outcome.corrected(address.get(), "it is used, although routers may forward what is sent there");
        }
    }

    private record LocalGroup() implements Value<IpAddress> {
        @Override
        public String expects() {
            return "an IPv4 multicast address or a link-local IPv6 one like ff02::12";
        }

        @Override
        public Outcome<IpAddress> read(String text) {
            Optional<IpAddress> address = IpAddress.parse(text);
            boolean fits = address.isPresent() && address.get().isMulticast()
                    && (address.get().isV4() || isLinkLocalGroup(address.get()));
            return fits ? Outcome.of(address.get()) : Outcome.wrong();
        }
    }

    /// Scope 2 of RFC 4291 section 2.7.
    private static boolean isLinkLocalGroup(IpAddress group) {
        return (group.high() >>> 48 & 0xf) == 2;
    }

    private record Password() implements Value<String> {
        private static final int MAX = 8; // the authentication data field, RFC 2338 section 5.3.10

        @Override
        public String expects() {
            return "a password of 1 to 8 characters";
        }

        @Override
        public String hint(String text) {
            return "shorten it to 8 characters, the same ones on all routers";
        }

        @Override
        public Outcome<String> read(String text) {
            return text.length() <= MAX ? Outcome.of(text)
                    : Outcome.corrected(text.substring(0, MAX), "only its first 8 characters are used");
        }

        @Override
        public boolean isSecret() {
            return true;
        }
    }
}
