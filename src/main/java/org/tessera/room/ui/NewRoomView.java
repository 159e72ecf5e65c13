package org.tessera.room.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PreserveOnRefresh;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.util.UriUtils;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.Person;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;
import org.tessera.account.TeamId;
import org.tessera.material.Materials;
import org.tessera.material.ui.MaterialUpload;
import org.tessera.protocol.OwnProtocols;
import org.tessera.protocol.Pack;
import org.tessera.room.Readings;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;
import org.tessera.room.TeamNorms;

/**
 * Prepares a meeting for a team, {@code ?team=} by its id, perhaps by a certain protocol, {@code &protocol=} by its id, and
 * with a text to read, {@code &reading=} by its id. What was typed survives a reload of the page.
 */
@Route("rooms/new")
@RolesAllowed("PERSON")
@PreserveOnRefresh
@CssImport("./styles/room.css")
class NewRoomView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    /** What the form begins with: for most teams the first protocol they meet with. */
    private static final String USUAL = "looking-at-student-work";

    private static final String PROTOCOL = "protocol";
    private static final String READING = "reading";

    private final Rooms rooms;
    private final TeamNorms norms;
    private final CurrentUser user;
    private final Accounts accounts;
    private final OwnProtocols protocols;
    private final Materials materials;
    private final ObjectProvider<Readings> readings;
    private final ObjectProvider<ProtocolAdvice> advice;
    private @Nullable TeamId shown;
    private @Nullable NewRoomForm form;
    private boolean done;

    NewRoomView(
            Rooms rooms,
            TeamNorms norms,
            CurrentUser user,
            Accounts accounts,
            OwnProtocols protocols,
            Materials materials,
            ObjectProvider<Readings> readings,
            ObjectProvider<ProtocolAdvice> advice) {
        this.rooms = rooms;
        this.norms = norms;
        this.user = user;
        this.accounts = accounts;
        this.protocols = protocols;
        this.materials = materials;
        this.readings = readings;
        this.advice = advice;
        addClassNames("page", "new-room");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SignedIn me = user.require();
        List<Team> teams = accounts.teamsOf(me.id());
        Optional<String> asked = event.getLocation().getQueryParameters().getSingleParameter("team");
        Optional<String> protocol = event.getLocation().getQueryParameters().getSingleParameter(PROTOCOL);
        if (asked.isEmpty() && teams.size() != 1) {
            choose(teams, event.getLocation().getQueryParameters());
            return;
        }
        Team team = asked.map(id -> teams.stream()
                        .filter(mine -> mine.id().value().toString().equals(id))
                        .findFirst()
                        .orElseThrow(NotFoundException::new))
                .orElseGet(teams::getFirst);
        if (!team.id().equals(shown)) {
            fillFor(team, me, protocol);
            event.getLocation().getQueryParameters().getSingleParameter(READING).ifPresent(this::bring);
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (form == null || done || !form.isTouched()) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
        ConfirmDialog dialog = new ConfirmDialog(
                getTranslation("room.new.leave.title"),
                getTranslation("room.new.leave.text"),
                getTranslation("room.new.leave.confirm"),
                _ -> {
                    done = true;
                    leave.proceed();
                });
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("room.new.leave.stay"));
        dialog.addCancelListener(_ -> leave.cancel());
        dialog.open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("room.page", getTranslation("room.new.page"));
    }

    private void bring(String id) {
        NewRoomForm fields = form;
        if (fields != null) {
            readings.orderedStream()
                    .flatMap(source -> source.reading(id, getLocale()).stream())
                    .findFirst()
                    .ifPresent(fields::bring);
        }
    }

    private void choose(List<Team> teams, QueryParameters asked) {
        removeAll();
        shown = null;
        form = null;
        add(new H1(getTranslation("room.new.page")));
        if (teams.isEmpty()) {
            add(new Paragraph(getTranslation("room.new.teamless")));
            return;
        }
        UnorderedList list = new UnorderedList();
        String with = Stream.of(PROTOCOL, READING)
                .flatMap(name -> asked.getSingleParameter(name).stream()
                        .map(id -> "&" + name + "=" + UriUtils.encodeQueryParam(id, StandardCharsets.UTF_8)))
                .collect(Collectors.joining());
        teams.forEach(team ->
                list.add(new ListItem(new Anchor("rooms/new?team=" + team.id().value() + with, team.name()))));
        add(new Paragraph(getTranslation("room.new.which")), list);
    }

    private void fillFor(Team team, SignedIn me, Optional<String> wanted) {
        List<Person> members = accounts.membersOf(team.id());
        List<Pack> offered = usualFirst(protocols.offeredTo(team.id()));
        NewRoomForm fields = new NewRoomForm(
                offered,
                members,
                accounts.peopleOf(team.district()),
                norms.of(team.id()),
                time -> rooms.takesDue(time.atZone(Zones.of(UI.getCurrent())).toInstant()),
                bringing -> new MaterialUpload(
                        materials, team.id(), me.id(), bringing.kind(), bringing.brought(), bringing.removed()));
        Pack first = wanted.flatMap(id -> offered.stream()
                        .filter(pack -> pack.ref().id().equals(id))
                        .findFirst())
                .orElseGet(offered::getFirst);
        fields.begin(me.id(), members, first);
        fields.advise(chosen -> advice.orderedStream()
                .flatMap(one -> one.about(me, team.id(), chosen, getLocale()).stream())
                .findFirst());
        Button prepare = new Button(getTranslation("room.new.prepare"), _ -> prepare(fields, team, me));
        prepare.addThemeVariants(ButtonVariant.PRIMARY);
        Div foot = new Div(prepare, new Anchor("teams/" + team.id().value(), getTranslation("room.cancel")));
        foot.addClassName("foot");
        removeAll();
        Paragraph lead = new Paragraph(getTranslation("room.new.lead", team.name()));
        lead.addClassName("quiet");
        add(new H1(getTranslation("room.new.page")), lead, fields, foot);
        form = fields;
        shown = team.id();
        done = false;
    }

    /** The usual protocol first, then all others by their names. */
    private List<Pack> usualFirst(List<Pack> packs) {
        Collator byName = Collator.getInstance(getLocale());
        return packs.stream()
                .sorted(Comparator.<Pack, Boolean>comparing(
                                pack -> !pack.ref().id().equals(USUAL))
                        .thenComparing(pack -> pack.name().in(getLocale()), byName))
                .toList();
    }

    private void prepare(NewRoomForm fields, Team team, SignedIn me) {
        Optional<NewRoom> room = fields.sound();
        // Of two quick clicks the second is none.
        if (room.isEmpty() || done) {
            return;
        }
        getUI().ifPresent(ui -> {
            RoomId id = rooms.prepare(
                    room.get()
                            .draft(
                                    team.id(),
                                    fields.materials(),
                                    fields.takesTexts(),
                                    Zones.of(ui),
                                    fields.suggestedNorms()),
                    me.id());
            done = true;
            ui.navigate(RoomView.class, RoomView.parameters(id));
        });
    }
}
