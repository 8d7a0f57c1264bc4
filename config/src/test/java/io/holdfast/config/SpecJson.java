package io.holdfast.config;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import io.holdfast.base.Prefix;
import io.holdfast.health.CheckSpec;
import io.holdfast.lvs.Endpoint;
import io.holdfast.lvs.Granularity;
import io.holdfast.lvs.LvsSpec;
import io.holdfast.lvs.Quorum;
import io.holdfast.node.AttachedSpec;
import io.holdfast.node.SurroundingsSpec;
import io.holdfast.notify.NotifySpec;
import io.holdfast.track.TrackList;
import io.holdfast.vrrp.Authentication;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.LinkSpec;
import io.holdfast.vrrp.SourceSpec;
import io.holdfast.vrrp.VirtualAddress;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Specifications as JSON, for comparing with what a snippet says it means. Components that are empty, false or at
/// their default are left out, so that a file shows what its configuration is about.
final class SpecJson {
    private final StringBuilder out = new StringBuilder();

    private SpecJson() {}

    static String of(Configuration configuration) {
        SpecJson json = new SpecJson();
        json.out.append("{\n  \"global\": ");
        json.value(configuration.global(), 1);
        json.out.append(",\n  \"node\": ");
        json.value(configuration.node().in(SurroundingsSpec.NONE), 1);
        SurroundingsSpec surroundings = remarkable(configuration.node().surroundings());
        json.part("surroundings", surroundings, surroundings.equals(SurroundingsSpec.NONE));
        json.part("lvs", configuration.lvs(), configuration.lvs().equals(LvsSpec.NONE));
        json.part("bfd", configuration.bfd(), configuration.bfd().isEmpty());
        json.part("statics", configuration.statics(), isDefault(configuration.statics()));
        json.part("routing", configuration.routing(), configuration.routing().isEmpty());
        return json.out.append("\n}\n").toString();
    }

    private void part(String name, Object value, boolean empty) {
        if (!empty) {
            out.append(",\n  \"").append(name).append("\": ");
            value(value, 1);
        }
    }

    /// Without the instances that nothing is attached to.
    private static SurroundingsSpec remarkable(SurroundingsSpec all) {
        return new SurroundingsSpec(all.trackers(),
                all.instances().stream().filter(instance -> !isPlain(instance)).toList(), all.syncGroups(),
                all.trackGroups());
    }

    private static boolean isPlain(AttachedSpec spec) {
        return spec.tracked().equals(TrackList.NONE) && spec.notifications().equals(NotifySpec.NONE)
                && spec.link().equals(LinkSpec.DEFAULT);
    }

    private void value(Object value, int depth) {
        switch (value) {
            case Optional<?> optional -> value(optional.orElseThrow(), depth);
            case OptionalInt optional -> out.append(optional.getAsInt());
            case OptionalLong optional -> out.append(optional.getAsLong());
            case Number number -> out.append(number);
            case Boolean bool -> out.append(bool);
            case List<?> list -> list(list, depth);
            case IpAddress address -> out.append('"').append(address).append('"');
            case MacAddress address -> out.append('"').append(address).append('"');
            case Prefix prefix -> out.append('"').append(prefix).append('"');
            case Endpoint endpoint -> out.append('"').append(endpoint).append('"');
            case Authentication authentication -> out.append('"').append(authentication).append('"');
            case Record object -> object(object, depth);
            default -> out.append('"').append(value.toString().replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
    }

    private void list(List<?> list, int depth) {
        String separator = "[\n";
        for (Object element : list) {
            out.append(separator).append("  ".repeat(depth + 1));
            value(element, depth + 1);
            separator = ",\n";
        }
        out.append('\n').append("  ".repeat(depth)).append(']');
    }

    private void object(Record object, int depth) {
        String separator = "{";
        if (object instanceof CheckSpec check) {
            out.append(separator).append('\n').append("  ".repeat(depth + 1)).append("\"kind\": \"")
                    .append(check.kind()).append('"');
            separator = ",";
        }
        for (RecordComponent component : object.getClass().getRecordComponents()) {
            Object value = read(object, component);
            if (!isDefault(value) && !(object instanceof VirtualAddress && value.equals(VirtualAddress.FOREVER))) {
                out.append(separator).append('\n').append("  ".repeat(depth + 1)).append('"')
                        .append(component.getName()).append("\": ");
                value(value, depth + 1);
                separator = ",";
            }
        }
        out.append(separator.equals("{") ? "{" : "\n" + "  ".repeat(depth)).append('}');
    }

    private static Object read(Record object, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.getName(), e);
        }
    }

    private static boolean isDefault(Object value) {
        return value.equals(Optional.empty()) || value.equals(OptionalInt.empty())
                || value.equals(OptionalLong.empty()) || value.equals(List.of()) || value.equals(false)
                || value.equals(Duration.ZERO) || value.equals(Delivery.GROUP_V4)
                || value.equals(Delivery.GROUP_V6) || value.equals(SourceSpec.OF_INTERFACE)
                || value.equals(Granularity.CLIENT) || value.equals(Quorum.ONE)
                || value.equals(Authentication.NONE)
                || (value instanceof Record && isItsTypesDefault(value));
    }

    /// Whether its type has a constant for what is not configured, and this is it.
    private static boolean isItsTypesDefault(Object value) {
        for (Field field : value.getClass().getFields()) {
            boolean constant = field.getName().equals("DEFAULT") || field.getName().equals("NONE");
            try {
                if (constant && value.equals(field.get(null))) {
                    return true;
                }
            } catch (IllegalAccessException e) {
                throw new LinkageError(field.getName(), e);
            }
        }
        return false;
    }
}
