package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import java.util.List;

/** Several names in one sentence. */
final class Names {

    private Names() {}

    /** “Ana”, “Ana and Ben”, “Ana, Ben and Cho” in the language of {@code speaker}; empty for nobody. */
    static String together(Component speaker, List<String> names) {
        if (names.size() < 2) {
            return names.isEmpty() ? "" : names.getFirst();
        }
        String first = String.join(", ", names.subList(0, names.size() - 1));
        return speaker.getTranslation("room.names.and", first, names.getLast());
    }
}
