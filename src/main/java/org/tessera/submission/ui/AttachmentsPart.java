package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tessera.account.PersonId;
import org.tessera.attachment.Attachment;
import org.tessera.attachment.AttachmentAnswer;
import org.tessera.attachment.Attachments;
import org.tessera.attachment.Way;
import org.tessera.attachment.ui.AttachmentCard;
import org.tessera.attachment.ui.WaitingLine;
import org.tessera.writing.WritingPlace;

/** What is spoken, drawn or photographed beside a text: the ways to add to it, what there is, and what was put aside. */
final class AttachmentsPart extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Attachments attachments;
    private final transient PersonId me;
    private final transient WritingPlace place;
    private final Div all = new Div();

    AttachmentsPart(Attachments attachments, PersonId me, WritingPlace place) {
        this.attachments = attachments;
        this.me = me;
        this.place = place;
        addClassName("attachments");
        Paragraph rule = new Paragraph(getTranslation("attachment.rule"));
        rule.addClassName("quiet");
        Div ways = new Div();
        ways.addClassName("page-actions");
        Map<Way, String> addresses = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            String address = SubmissionPages.capture(place.credential().id(), place.part(), way);
            addresses.put(way, address);
            ways.add(load(address, "attachment.add." + way.word()));
        }
        add(new H2(getTranslation("attachment.title")), rule, ways, new WaitingLine(me, place, addresses), all);
        show();
    }

    /** The page that is led to opens microphone or camera by its address, so it is loaded and not shown within this one. */
    private Anchor load(String address, String key) {
        Anchor anchor = new Anchor(address, getTranslation(key));
        anchor.setRouterIgnore(true);
        anchor.addClassName("action");
        return anchor;
    }

    private void show() {
        all.removeAll();
        List<Attachment> here = attachments.at(me, place);
        List<Attachment> used = here.stream().filter(Attachment::isUsed).toList();
        List<Attachment> aside = here.stream().filter(one -> !one.isUsed()).toList();
        if (!used.isEmpty()) {
            OrderedList list = new OrderedList();
            list.addClassName("attachment-list");
            for (int i = 0; i < used.size(); i++) {
                list.add(used(used.get(i), i));
            }
            all.add(list);
        }
        if (!aside.isEmpty()) {
            OrderedList list = new OrderedList();
            list.addClassName("attachment-list");
            aside.forEach(one -> list.add(aside(one)));
            all.add(new NativeDetails(getTranslation("attachment.aside", aside.size()), list));
        }
    }

    private ListItem used(Attachment one, int index) {
        ListItem item = new ListItem(new AttachmentCard(one));
        if (!attachments.isCleared(one)) {
            Anchor how = new Anchor("exhibits/" + one.exhibit(), getTranslation("attachment.uncleared.how"));
            Paragraph waits = new Paragraph(getTranslation("attachment.uncleared") + " ");
            waits.add(how);
            waits.addClassName("page-note");
            item.add(waits);
        }
        Div actions = new Div();
        actions.addClassName("page-actions");
        Anchor again = load(
                SubmissionPages.capture(place.credential().id(), place.part(), one.way()) + "?instead=" + one.exhibit(),
                "attachment.again." + one.way().word());
        actions.add(again);
        if (index > 0) {
            actions.add(button("attachment.up", one, () -> attachments.moveUp(me, one.exhibit())));
        }
        actions.add(button("attachment.put-aside", one, () -> attachments.putAside(me, one.exhibit())));
        item.add(words(one), actions);
        return item;
    }

    private ListItem aside(Attachment one) {
        Div actions = new Div();
        actions.addClassName("page-actions");
        actions.add(
                button("attachment.use", one, () -> attachments.useAgain(me, one.exhibit())),
                button("attachment.delete", one, () -> {
                    confirm(one);
                    return new AttachmentAnswer.Done();
                }));
        return new ListItem(new AttachmentCard(one), actions);
    }

    private interface Deed extends java.io.Serializable {
        AttachmentAnswer act();
    }

    private Button button(String key, Attachment one, Deed deed) {
        Button button = new Button(getTranslation(key), _ -> settle(deed.act()));
        button.setAriaLabel(getTranslation(key) + ": " + AttachmentCard.name(this, getLocale(), one));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void settle(AttachmentAnswer answer) {
        if (answer instanceof AttachmentAnswer.Refused(var why)) {
            Notification.show(getTranslation("attachment.refusal." + why.name().toLowerCase(Locale.ROOT)));
        }
        show();
    }

    private void confirm(Attachment one) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("attachment.delete.title", AttachmentCard.name(this, getLocale(), one)));
        dialog.setText(getTranslation("attachment.delete.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("attachment.delete.cancel"));
        dialog.setConfirmText(getTranslation("attachment.delete"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(_ -> settle(attachments.delete(me, one.exhibit())));
        dialog.open();
    }

    /** What it says or shows, for who cannot hear or see it; kept as it is typed. */
    private Component words(Attachment one) {
        TextArea description = area("attachment.description." + one.way().word(), one.description());
        description.setMaxLength(Attachment.LONGEST_DESCRIPTION);
        TextArea transcript = area("attachment.transcript", one.transcript());
        transcript.setMaxLength(Attachment.LONGEST_TRANSCRIPT);
        transcript.setVisible(one.way() == Way.VOICE);
        Runnable keep = () -> {
            if (attachments.describe(me, one.exhibit(), description.getValue(), transcript.getValue())
                    instanceof AttachmentAnswer.Refused(var why)) {
                Notification.show(
                        getTranslation("attachment.refusal." + why.name().toLowerCase(Locale.ROOT)));
            }
        };
        description.addValueChangeListener(_ -> keep.run());
        transcript.addValueChangeListener(_ -> keep.run());
        Div fields = new Div(description, transcript);
        fields.addClassName("dialog-body");
        NativeDetails details = new NativeDetails(
                getTranslation(one.isDescribed() ? "attachment.words" : "attachment.words.missing"), fields);
        details.setOpen(!one.isDescribed());
        return details;
    }

    private TextArea area(String key, String value) {
        TextArea area = new TextArea(getTranslation(key));
        area.setHelperText(getTranslation(key + ".help"));
        area.setValue(value);
        area.setWidthFull();
        area.setMinRows(2);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        return area;
    }
}
