package io.holdfast.config.vrrp;

import io.holdfast.base.Family;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.host.Host;
import io.holdfast.config.host.Source;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.table.Syntax.Pair;
import io.holdfast.config.text.Place;
import io.holdfast.vrrp.Authentication;
import io.holdfast.vrrp.Authentication.Hmac;
import io.holdfast.vrrp.MacKey;
import io.holdfast.vrrp.VrrpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the [Authentication] of an instance of its blocks `authentication` and `auth_hmac` (15.3).
final class AuthenticationAssembly {
    private static final int LEAST_WINDOW = 5;
    private static final int MOST_WINDOW = 300;

    private final Host host;
    private final Reporter report;

    AuthenticationAssembly(Host host, Reporter report) {
        this.host = host;
        this.report = report;
    }

    /// What else about an instance it depends on.
    record Setting(VrrpVersion version, Family family, boolean strict, Duration interval) {
        private String knowsNoAuthentication() {
            return strict ? "strict mode" : version == VrrpVersion.V3 ? "VRRP version 3"
                    : family == Family.IPV6 ? "VRRP over IPv6" : "";
        }
    }

    Authentication authentication(Draft instance, Setting setting) {
        if (!instance.has(InstanceKeywords.AUTH_HMAC)) {
            return versionTwo(instance, setting);
        }
        Optional<Entry<Draft>> legacy = instance.last(InstanceKeywords.AUTHENTICATION);
        if (legacy.isPresent()) {
            dropped(instance, legacy.get().word().place(), "auth_hmac takes the place of authentication");
        }
        return hmac(instance, setting);
    }

    private Authentication versionTwo(Draft instance, Setting setting) {
        Optional<Entry<Draft>> block = instance.last(InstanceKeywords.AUTHENTICATION);
        if (block.isEmpty()) {
            return Authentication.NONE;
        }
        Draft written = Draft.merged(instance.all(InstanceKeywords.AUTHENTICATION), report);
        Optional<Entry<AuthenticationKeywords.Type>> type = written.last(AuthenticationKeywords.AUTH_TYPE);
        Optional<String> password = written.value(AuthenticationKeywords.AUTH_PASS);
        if (type.isEmpty()) {
            report.add(Problem.INERT, block.get().place(), "authentication without auth_type does nothing")
                    .so(InstanceAssembly.nameOf(instance) + " sends and takes advertisements without a password")
                    .hinting("add auth_type PASS").done();
            return Authentication.NONE;
        }
        String why = setting.knowsNoAuthentication();
        if (!why.isEmpty() || password.isEmpty() || password.get().isEmpty()) {
            dropped(instance, type.get().word().place(),
                    why.isEmpty() ? "there is no auth_pass" : why + " knows no authentication");
            return Authentication.NONE;
        }
        return type.get().value() == AuthenticationKeywords.Type.AH ? Authentication.Ah.of(password.get())
                : new Authentication.Password(password.get());
    }

    private void dropped(Draft instance, Place place, String why) {
        report.add(Problem.AUTHENTICATION_DROPPED, place, why)
                .so("authentication of " + InstanceAssembly.nameOf(instance) + " is left out").done();
    }

    private Authentication hmac(Draft instance, Setting setting) {
        Draft written = Draft.merged(instance.all(InstanceKeywords.AUTH_HMAC), report);
        List<Hmac.Key> keys = keys(written);
        Optional<Entry<Integer>> active = written.last(AuthHmacKeywords.ACTIVE_KEY);
        if (active.isEmpty() || !has(keys, active.get().value())) {
            Place block = instance.last(InstanceKeywords.AUTH_HMAC).orElseThrow().word().place();
            report.add(Problem.NO_ACTIVE_KEY, active.isEmpty() ? block : active.get().place(),
                    active.isEmpty() ? "auth_hmac has no active_key" : "there is no usable key " + active.get().value())
                    .so("advertisements of " + InstanceAssembly.nameOf(instance)
                            + " would not be signed, so the configuration is refused")
                    .hinting("active_key names the id of a line: key ID VALUE").done();
            return Authentication.NONE;
        }
        int usual = Math.clamp(3 * setting.interval().toMillis() / 1_000, LEAST_WINDOW, MOST_WINDOW);
        return new Hmac(keys, active.get().value(), written.value(AuthHmacKeywords.ANTI_REPLAY, false),
                written.value(AuthHmacKeywords.TIME_WINDOW, usual), mode(written, setting));
    }

    private Hmac.Mode mode(Draft written, Setting setting) {
        Optional<Entry<Hmac.Mode>> mode = written.last(AuthHmacKeywords.MODE);
        if (mode.isPresent() && mode.get().value() != Hmac.Mode.ENFORCE && setting.strict()) {
            report.add(Problem.STRICT_CORRECTION, mode.get().place(), "in strict mode, every advertisement is signed")
                    .so("mode is enforce").done();
            return Hmac.Mode.ENFORCE;
        }
        return mode.isPresent() ? mode.get().value() : Hmac.Mode.ENFORCE;
    }

    private List<Hmac.Key> keys(Draft written) {
        List<Hmac.Key> keys = new ArrayList<>();
        for (Entry<Pair<Integer, KeyText>> entry : written.all(AuthHmacKeywords.KEY)) {
            int id = entry.value().first();
            Optional<String> bytes = has(keys, id) ? duplicate(entry) : bytes(entry.value());
            if (bytes.isPresent()) {
                keys.add(new Hmac.Key(id, new MacKey(
                        MacKey.Algorithm.SHA_256, bytes.get().getBytes(StandardCharsets.ISO_8859_1))));
            }
        }
        return keys;
    }

    private Optional<String> duplicate(Entry<Pair<Integer, KeyText>> entry) {
        report.add(Problem.NAME_TAKEN, entry.word().place(), "there is a key " + entry.value().first() + " already")
                .so("the first one is used, this one is left out").done();
        return Optional.empty();
    }

    private static boolean has(List<Hmac.Key> keys, int id) {
        for (Hmac.Key key : keys) {
            if (key.id() == id) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> bytes(Pair<Integer, KeyText> key) {
        return key.second().isPath() ? fromFile(key) : Optional.of(key.second().text());
    }

    private Optional<String> fromFile(Pair<Integer, KeyText> key) {
        Host.KeyFile file = host.keyFile(key.second().text());
        if (!(file.content() instanceof Source.Content.Text content)) {
            return unusable(key, reason(file.content()));
        }
        String bytes = withoutLineEnd(content.text());
        if (!KeyValue.isLongEnough(bytes)) {
            return unusable(key, "it holds " + bytes.length() + " bytes, not 32 to 64");
        }
        if (!file.isPrivate()) {
            report.add(Problem.OPEN_KEY_FILE, key.place(), "others than its owner may use the file of key "
                    + key.first()).so("it is used").hinting("chmod 600 keeps it private").done();
        }
        return Optional.of(bytes);
    }

    private static String reason(Source.Content content) {
        if (content instanceof Source.Content.Unusable unusable) {
            return unusable.reason();
        }
        return content instanceof Source.Content.Missing ? "there is no such file" : "it is longer than any key";
    }

    private Optional<String> unusable(Pair<Integer, KeyText> key, String why) {
        report.add(Problem.KEY_FILE, key.place(), "the file of key " + key.first() + " cannot be used: " + why)
                .so("the key is left out").done();
        return Optional.empty();
    }

    private static String withoutLineEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }
}
