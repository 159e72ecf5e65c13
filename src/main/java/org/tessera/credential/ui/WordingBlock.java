package org.tessera.credential.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.tessera.credential.Wording;

/** A text about a credential with its standing and its source. */
final class WordingBlock extends Div {

    private static final long serialVersionUID = 1L;

    WordingBlock(Wording wording) {
        addClassNames("wording", "wording-" + wording.standing().word());
        Div foot = new Div(new StandingMark(wording.standing()), source(wording.source()));
        foot.addClassName("wording-foot");
        add(new Paragraph(wording.in(getLocale())), foot);
    }

    private Span source(String source) {
        Span line = new Span();
        line.addClassName("wording-source");
        if (source.startsWith("https://")) {
            line.add(new Anchor(source, getTranslation("credential.page"), AnchorTarget.BLANK));
        } else {
            line.setText(getTranslation("credential.source", source));
        }
        return line;
    }
}
