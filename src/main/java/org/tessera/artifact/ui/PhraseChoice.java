package org.tessera.artifact.ui;

import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tessera.artifact.Content;

/** The phrases of one statement, of which at most one is open; pressing the open one closes it. */
final class PhraseChoice {

    private final Consumer<Optional<Content.Lineage>> chosen;
    private final List<NativeButton> buttons = new ArrayList<>();

    PhraseChoice(Consumer<Optional<Content.Lineage>> chosen) {
        this.chosen = chosen;
    }

    NativeButton button(Content.Lineage source) {
        NativeButton button = new NativeButton(source.phrase());
        button.addClassName("phrase");
        open(button, false);
        button.addClickListener(click -> {
            boolean opens = !isOpen(button);
            buttons.forEach(other -> open(other, false));
            open(button, opens);
            chosen.accept(opens ? Optional.of(source) : Optional.empty());
        });
        buttons.add(button);
        return button;
    }

    private static boolean isOpen(NativeButton button) {
        return "true".equals(button.getElement().getAttribute("aria-expanded"));
    }

    private static void open(NativeButton button, boolean isOpen) {
        button.getElement().setAttribute("aria-expanded", String.valueOf(isOpen));
    }
}
