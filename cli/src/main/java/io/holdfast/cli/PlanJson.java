package io.holdfast.cli;

import io.holdfast.config.plan.PlanDescription;
import io.holdfast.config.plan.PlannedInstance;
import io.holdfast.config.plan.SettingChange;
import java.util.List;
import java.util.Locale;

/// A [PlanDescription] in JSON, for `jq` and other programs: unlike the text it names the untouched instances, too.
final class PlanJson {
    private PlanJson() {}

    static Json of(PlanDescription plan) {
        Json json = Json.object().put("changes", Json.of(!plan.isEmpty()));
        plan.needsRestart().ifPresent(keyword -> json.put("needs_restart", keyword));
        Json counts = Json.object();
        for (PlannedInstance.Kind kind : PlannedInstance.Kind.values()) {
            counts.put(word(kind), Json.of(plan.count(kind)));
        }
        return json.put("counts", counts).put("global", settings(plan.global()))
                .put("instances", Json.list(plan.instances().stream().map(PlanJson::instance).toList()));
    }

    private static String word(PlannedInstance.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Json instance(PlannedInstance instance) {
        Json json = Json.object().put("name", instance.name()).put("plan", word(instance.kind()));
        if (instance.isRenamed()) {
            json.put("formerly", instance.formerly());
        }
        if (!instance.settings().isEmpty()) {
            json.put("settings", settings(instance.settings()));
        }
        if (!instance.asMaster().isNone()) {
            json.put("as_master", effect(instance.asMaster()));
        }
        return instance.then().isEmpty() ? json : json.put("starts_as", instance.then());
    }

    private static Json effect(PlannedInstance.Effect effect) {
        return Json.object().put("resigns", Json.of(effect.resigns()))
                .put("addresses_removed", Json.strings(effect.removed()))
                .put("addresses_added", Json.strings(effect.added()))
                .put("sends_advertisement", Json.of(effect.advertises()));
    }

    private static Json settings(List<SettingChange> changes) {
        return Json.list(changes.stream().map(PlanJson::setting).toList());
    }

    private static Json setting(SettingChange change) {
        Json json = Json.object().put("keyword", change.keyword());
        return switch (change) {
            case SettingChange.Value(_, var before, var after) -> json.put("old", before).put("new", after);
            case SettingChange.Entries(_, var removed, var added) ->
                    json.put("removed", Json.strings(removed)).put("added", Json.strings(added));
            case SettingChange.Secret _ -> json.put("secret", Json.of(true));
        };
    }
}
