package org.tessera.protocol.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which field of the page stands for which place of the draft. */
final class Fields {

    private final Map<String, Component> byPath = new HashMap<>();

    <C extends Component> C at(String path, C field) {
        byPath.put(path, field);
        return field;
    }

    /** Forgets the fields below {@code path}, which are on the page no longer. */
    void forget(String path) {
        byPath.keySet().removeIf(each -> each.equals(path) || each.startsWith(path + "/"));
    }

    /** The field for {@code path}, or for the nearest place around or in it. */
    Optional<Component> nearest(String path) {
        for (String at = path; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Component field = byPath.get(at);
            if (field != null) {
                return Optional.of(field);
            }
        }
        return byPath.keySet().stream()
                .filter(each -> each.startsWith(path + "/"))
                .min(Comparator.naturalOrder())
                .map(byPath::get);
    }

    /** Marks the fields at which something is wrong, and only these. */
    void mark(Map<String, List<String>> sentences) {
        Map<Component, List<String>> wrong = new HashMap<>();
        sentences.forEach(
                (path, said) -> Optional.ofNullable(byPath.get(path)).ifPresent(field -> wrong.put(field, said)));
        byPath.values().stream().filter(HasValidation.class::isInstance).forEach(field -> {
            List<String> said = wrong.getOrDefault(field, List.of());
            ((HasValidation) field).setInvalid(!said.isEmpty());
            ((HasValidation) field).setErrorMessage(String.join(" ", said));
        });
    }

    static void focus(Component field) {
        field.getElement()
                .executeJs("const fold = this.closest('details'); if (fold) fold.open = true;"
                        + "this.scrollIntoView({block: 'center'});"
                        + "const inside = this.matches('fieldset, div, ul, ol')"
                        + " ? this.querySelector('vaadin-checkbox, vaadin-text-field, vaadin-text-area, vaadin-button, button')"
                        + " : this; inside && inside.focus()");
    }
}
