package org.tessera.entry.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import org.tessera.entry.EntryVersion;
import org.tessera.room.ui.Zones;

/** An entry as it once was, latest first, to read and to bring back. */
final class VersionsDialog<T> extends Dialog {

    private static final long serialVersionUID = 1L;

    VersionsDialog(EntryForm<T> form, Workplace workplace, Visit visit) {
        setHeaderTitle(getTranslation("entry.versions.of", form.name()));
        setWidth("min(40rem, 94vw)");
        addClassName("entry-versions");
        for (EntryVersion<T> version :
                workplace.entries().versions(form.entry().id(), form.entry().kind(), visit.me())) {
            String when = Zones.told(version.at(), UI.getCurrent(), getLocale());
            String heading = getTranslation(
                    version.beside() ? "entry.version.beside" : "entry.version", when, workplace.nameOf(version.by()));
            Div words = new Div(new H3(heading));
            form.told(version.body()).forEach(line -> words.add(new Paragraph(line)));
            Button back = new Button(getTranslation("entry.version.back"), _ -> {
                form.bringBack(version.body());
                close();
            });
            back.setAriaLabel(getTranslation("entry.aloud", getTranslation("entry.version.back"), heading));
            words.add(back);
            words.addClassName("entry-told");
            add(words);
        }
        getFooter().add(new Button(getTranslation("entry.close"), _ -> close()));
    }
}
