package org.tessera.protocol.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import org.tessera.protocol.PackChange;
import tools.jackson.databind.JsonNode;

/** What is different between two versions, a sentence each. */
final class ChangeList extends UnorderedList {

    private final transient Words words = new Words(this, getLocale());

    ChangeList(List<PackChange> changes) {
        addClassName("changes");
        changes.forEach(change -> add(new ListItem(sentence(change))));
    }

    private String sentence(PackChange change) {
        String step = change.step().map(words::nameOf).orElse("");
        return switch (change.kind()) {
            case STEP_ADDED -> getTranslation("protocol.change.step.added", step);
            case STEP_REMOVED -> getTranslation("protocol.change.step.removed", step);
            case STEP_MOVED ->
                getTranslation(
                        "protocol.change.step.moved",
                        step,
                        change.before().intValue(),
                        change.after().intValue());
            case VALUE -> {
                String where = change.step().isPresent()
                        ? getTranslation("protocol.change.where", step, words.field(change.what()))
                        : words.field(change.what());
                yield value(where, change);
            }
        };
    }

    private String value(String where, PackChange change) {
        if (change.before().isArray() || change.after().isArray()) {
            return list(where, change);
        }
        if (change.before().isMissingNode()) {
            return getTranslation("protocol.change.new", where, words.value(change.what(), change.after()));
        }
        if (change.after().isMissingNode()) {
            return getTranslation("protocol.change.gone", where, words.value(change.what(), change.before()));
        }
        return getTranslation(
                "protocol.change.other",
                where,
                words.value(change.what(), change.before()),
                words.value(change.what(), change.after()));
    }

    /** Of a list only what came and went; if nothing did, its order is another one. */
    private String list(String where, PackChange change) {
        List<JsonNode> before = change.before().valueStream().toList();
        List<JsonNode> after = change.after().valueStream().toList();
        String came = told(
                change, after.stream().filter(item -> !before.contains(item)).toList());
        String went = told(
                change, before.stream().filter(item -> !after.contains(item)).toList());
        if (came.isEmpty() && went.isEmpty()) {
            return getTranslation("protocol.change.order", where, told(change, after));
        }
        if (went.isEmpty()) {
            return getTranslation("protocol.change.new", where, came);
        }
        return came.isEmpty()
                ? getTranslation("protocol.change.gone", where, went)
                : getTranslation("protocol.change.swapped", where, came, went);
    }

    private String told(PackChange change, List<JsonNode> items) {
        String each = change.what().contains("may/") ? "speak" : change.what();
        return items.stream().map(item -> words.value(each, item)).collect(Collectors.joining(", "));
    }
}
