package org.tessera.entry.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.function.Supplier;
import org.tessera.exhibit.ExhibitAnswer;
import org.tessera.exhibit.Exhibits;
import org.tessera.record.Paper;

/** Keeps what a team wrote, as it is now and for good, among a person's own evidence. */
public final class KeepAsEvidence extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Exhibits exhibits;
    private final transient Visit visit;
    private final transient Supplier<Paper> paper;
    private final Span said = new Span();

    /**
     * A button for a member of the team.
     *
     * @param name what is kept, so that the button can be told from others
     * @param paper makes the document from what there is when the button is pressed
     */
    public KeepAsEvidence(Exhibits exhibits, Visit visit, String name, Supplier<Paper> paper) {
        this.exhibits = exhibits;
        this.visit = visit;
        this.paper = paper;
        addClassName("entry-foot");
        said.getElement().setAttribute("role", "status");
        Button keep = new Button(getTranslation("entry.evidence"), _ -> keep());
        keep.setAriaLabel(getTranslation("entry.aloud", keep.getText(), name));
        add(keep, said);
    }

    private void keep() {
        said.removeAll();
        switch (exhibits.record(visit.me(), visit.team().id(), paper.get())) {
            case ExhibitAnswer.Kept(var exhibit) ->
                said.add(
                        new Span(getTranslation("entry.evidence.kept") + " "),
                        new Anchor("exhibits/" + exhibit.id(), getTranslation("entry.evidence.open")));
            case ExhibitAnswer.Refused(var why) ->
                said.add(new Span(getTranslation("exhibit.refusal." + why.name().toLowerCase(Locale.ROOT))));
            case ExhibitAnswer.Removed _ -> throw new IllegalStateException("keeping removes nothing");
        }
    }
}
