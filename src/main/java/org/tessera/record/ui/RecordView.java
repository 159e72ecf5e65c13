package org.tessera.record.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.CurrentUser;
import org.tessera.proof.Packages;
import org.tessera.record.Copy;
import org.tessera.record.RecordForm;
import org.tessera.room.RoomId;
import org.tessera.room.RoomSummary;
import org.tessera.room.Rooms;

/**
 * What can be taken home from a meeting, for everybody who may read it, guests of the room included. Whoever may not gets the
 * answer for a room that is not there.
 */
@Route("rooms/:room/record")
@PermitAll
@CssImport("./styles/page-parts.css")
@CssImport("./styles/record.css")
class RecordView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final List<RecordForm> FILES = List.of(
            RecordForm.MINUTES_PDF,
            RecordForm.MINUTES_DOCX,
            RecordForm.BOARD_PNG,
            RecordForm.BOARD_CSV,
            RecordForm.MEETING_JSON);

    private final transient Rooms rooms;
    private final transient Packages packages;
    private final transient CurrentUser user;
    private final Map<RecordForm, Anchor> links = new EnumMap<>(RecordForm.class);
    private final RadioButtonGroup<Copy> copy = new RadioButtonGroup<>();

    RecordView(Rooms rooms, Packages packages, CurrentUser user) {
        this.rooms = rooms;
        this.packages = packages;
        this.user = user;
        addClassNames("page", "record-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RoomSummary room = event.getRouteParameters()
                .get("room")
                .flatMap(RecordView::id)
                .flatMap(id -> rooms.find(id, user.require()))
                .orElseThrow(NotFoundException::new);
        removeAll();
        show(room);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("record.page"));
    }

    private void show(RoomSummary room) {
        Paragraph about = new Paragraph(room.title());
        about.addClassName("quiet");
        Div header = new Div(
                new H1(getTranslation("record.page")),
                about,
                new Paragraph(getTranslation("record.lead")),
                new Anchor("rooms/" + room.id(), getTranslation("record.back")));
        header.addClassName("page-header");
        prepareCopy(room.id());
        UnorderedList files = new UnorderedList();
        files.addClassName("record-files");
        FILES.forEach(form -> files.add(line(form)));
        add(header, new H2(getTranslation("record.files")), copy, files, proof());
        point(room.id());
    }

    private void prepareCopy(RoomId room) {
        copy.setItems(Copy.values());
        copy.setLabel(getTranslation("record.copy"));
        copy.setHelperText(getTranslation("record.copy.hint"));
        copy.setItemLabelGenerator(one -> getTranslation("record.copy." + word(one)));
        copy.setValue(Copy.NAMED);
        copy.addValueChangeListener(_ -> point(room));
    }

    private ListItem line(RecordForm form) {
        Span what = new Span(getTranslation("record.form." + word(form) + ".what"));
        what.addClassName("quiet");
        return new ListItem(link(form), what);
    }

    private Anchor link(RecordForm form) {
        Anchor link = new Anchor();
        link.setText(getTranslation("record.form." + word(form)));
        link.addClassName("action");
        link.setRouterIgnore(true);
        link.getElement().setAttribute("download", true);
        links.put(form, link);
        return link;
    }

    private Div proof() {
        Div actions = new Div(link(RecordForm.PACKAGE));
        actions.addClassName("page-actions");
        Code key = new Code(packages.keyId());
        key.addClassName("record-key");
        Div keyLine = new Div(new Span(getTranslation("record.proof.key")), key);
        keyLine.addClassName("page-facts");
        Paragraph how = new Paragraph(getTranslation("record.proof.how", packages.keyId()));
        how.addClassName("quiet");
        Div proof = new Div(
                new H2(getTranslation("record.proof")),
                new Paragraph(getTranslation("record.proof.what")),
                actions,
                keyLine,
                how);
        proof.addClassName("record-proof");
        return proof;
    }

    /** Points every link at the copy that is chosen. */
    private void point(RoomId room) {
        String query = "?copy=" + word(copy.getValue()) + zone();
        links.forEach((form, link) -> link.setHref("api/rooms/" + room + "/record/" + form.fileName() + query));
    }

    /** The browser's time zone, so that files tell the time as the page does. */
    private static String zone() {
        return Optional.ofNullable(UI.getCurrent())
                .map(ui -> ui.getPage().getExtendedClientDetails().getTimeZoneId())
                .filter(id -> !id.isBlank())
                .map(id -> "&zone=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                .orElse("");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<RoomId> id(String text) {
        try {
            return Optional.of(new RoomId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
