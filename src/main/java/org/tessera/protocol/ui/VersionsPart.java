package org.tessera.protocol.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.protocol.OwnProtocols;
import org.tessera.protocol.PackChange;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.ProtocolVersion;

/** The versions of a protocol, each with what it changed in the one before. */
final class VersionsPart extends Section {

    VersionsPart(OwnProtocols protocols, Accounts accounts, PackRef shown, PersonId me) {
        addClassName("versions");
        add(new H2(getTranslation("protocol.versions")));
        List<ProtocolVersion> versions = protocols.versionsOf(shown.id(), me);
        OrderedList list = new OrderedList();
        for (int i = 0; i < versions.size(); i++) {
            ProtocolVersion version = versions.get(i);
            ListItem item = new ListItem(head(version, accounts, version.ref().equals(shown)));
            if (!version.note().isBlank()) {
                item.add(new Paragraph(version.note()));
            }
            if (i + 1 < versions.size()) {
                item.add(changes(protocols.changes(versions.get(i + 1).ref(), version.ref(), me), i == 0));
            }
            list.add(item);
        }
        add(list);
    }

    private Div head(ProtocolVersion version, Accounts accounts, boolean shown) {
        String name = getTranslation("protocol.version", version.ref().version());
        Div head = new Div(
                shown
                        ? new Span(getTranslation("protocol.versions.shown", name))
                        : new Anchor(
                                "protocols/" + version.ref().id() + "?version="
                                        + version.ref().version(),
                                name));
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .withZone(ZoneOffset.UTC)
                .format(version.at());
        Span by = new Span(version.by()
                .map(accounts::nameOf)
                .map(person -> getTranslation("protocol.versions.by", person, day))
                .orElse(day));
        by.addClassName("quiet");
        head.add(by);
        head.addClassName("version-head");
        return head;
    }

    private NativeDetails changes(List<PackChange> changes, boolean open) {
        NativeDetails details =
                new NativeDetails(getTranslation("protocol.versions.changes", changes.size()), new ChangeList(changes));
        details.setOpen(open);
        return details;
    }
}
