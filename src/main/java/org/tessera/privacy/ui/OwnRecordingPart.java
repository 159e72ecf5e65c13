package org.tessera.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.tessera.account.Person;
import org.tessera.privacy.Clearance;
import org.tessera.privacy.ClearanceCommand;
import org.tessera.privacy.ClearanceState;
import org.tessera.privacy.RecordingShelf;

/** What the owner of a recording does: listen, answer to what was noted, say who permitted it, and ask for a second person. */
final class OwnRecordingPart extends Div {

    private static final long serialVersionUID = 1L;

    OwnRecordingPart(
            Clearance clearance,
            RecordingShelf.Recording recording,
            List<Person> people,
            SerializableConsumer<ClearanceCommand> wants,
            Runnable ask,
            Runnable remove) {
        boolean working = clearance.state() == ClearanceState.STATED || clearance.state() == ClearanceState.FOUND;
        add(new RecordingPlayer(recording));
        noted(clearance, working, wants);
        if (working) {
            add(new PermissionPart(clearance, wants));
        }
        if (working || clearance.state() == ClearanceState.BURNED_IN) {
            add(new AskPart(clearance, people, wants));
        }
        if (working) {
            Button listen = ClearView.primary(getTranslation("privacy.ask.listen"), ask);
            listen.addClassName("clearing-ask");
            add(listen);
        }
        add(replacing(remove));
    }

    private void noted(Clearance clearance, boolean working, SerializableConsumer<ClearanceCommand> wants) {
        UnorderedList list = new UnorderedList();
        list.addClassName("finding-list");
        clearance.findings().stream()
                .filter(finding -> finding.moment().isPresent())
                .forEach(finding -> list.add(new FindingLine(finding, working, wants)));
        if (list.getComponentCount() > 0) {
            add(new H2(getTranslation("privacy.noted")), new Paragraph(getTranslation("privacy.noted.help")), list);
        }
    }

    private Section replacing(Runnable remove) {
        ConfirmDialog sure = new ConfirmDialog(
                getTranslation("privacy.replace.title"),
                getTranslation("privacy.replace.sure"),
                getTranslation("privacy.replace.remove"),
                _ -> remove.run());
        sure.setCancelable(true);
        sure.setCancelText(getTranslation("privacy.replace.keep"));
        sure.setConfirmButtonTheme("error primary");
        Anchor again = new Anchor("exhibits", getTranslation("privacy.replace.add"));
        again.addClassName("action");
        Div actions = new Div(again, new Button(getTranslation("privacy.replace.remove"), _ -> sure.open()));
        actions.addClassName("clearing-actions");
        Section section = new Section(
                new H2(getTranslation("privacy.replace")),
                new Paragraph(getTranslation("privacy.replace.help")),
                actions);
        section.addClassName("clearing-sheet");
        return section;
    }
}
