package org.tessera.room.ui;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;
import org.tessera.clock.AlarmClock;
import org.tessera.material.MaterialId;
import org.tessera.material.Materials;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Protocols;
import org.tessera.room.Device;
import org.tessera.room.MemberId;
import org.tessera.room.Outcome;
import org.tessera.room.Refusal;
import org.tessera.room.Refusals;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomId;
import org.tessera.room.RoomSummary;
import org.tessera.room.Rooms;
import org.tessera.room.SharedDevices;

/** The live room, for people and guests. Whoever may not know of a room gets the answer for one that is not there. */
@Route("rooms/:room")
@PermitAll
@CssImport("./styles/room.css")
class RoomView extends RoomPage {

    private static final int REFUSAL_MILLIS = 8_000;
    private static final String SHARED = "device-shared";
    private static final String IN_OTHER_HANDS = "in-other-hands";

    private final Rooms rooms;
    private final Accounts accounts;
    private final Protocols protocols;
    private final AlarmClock clock;
    private final SharedDevices devices;
    private final Materials materials;
    private final CurrentUser user;
    private final ObjectProvider<RoomAside> asides;
    private final ObjectProvider<MaterialAlarm> alarms;
    /** Stays while the page goes from hand to hand: what is put up together with its words is not read aloud. */
    private final Paragraph voice = new Paragraph();

    private RoomBoard board = new RoomBoard();
    private @Nullable Furniture furniture;
    private List<RoomAside.Panel> panels = List.of();
    private @Nullable Passing passing;

    RoomView(
            Rooms rooms,
            CurrentUser user,
            AlarmClock clock,
            Accounts accounts,
            Protocols protocols,
            SharedDevices devices,
            Materials materials,
            ObjectProvider<RoomAside> asides,
            ObjectProvider<MaterialAlarm> alarms) {
        super(rooms, user, clock);
        this.user = user;
        this.devices = devices;
        this.asides = asides;
        this.alarms = alarms;
        this.materials = materials;
        this.rooms = rooms;
        this.accounts = accounts;
        this.protocols = protocols;
        this.clock = clock;
        addClassName("room-page");
        voice.addClassName("aloud");
        voice.getElement().setAttribute("role", "status");
        add(voice);
    }

    /** What a link to a room needs. */
    static RouteParameters parameters(RoomId room) {
        return new RouteParameters("room", room.toString());
    }

    @Override
    boolean begins(RoomSummary room, SignedIn me) {
        leaveDevice();
        board = new RoomBoard();
        board.enter(room.id());
        Passing device = user.signIn()
                .map(signIn ->
                        new Passing(devices, new Device(room.id(), signIn), me, member(), board, new OnThisPage()))
                .orElseThrow();
        passing = device;
        if (isAttached()) {
            getUI().ifPresent(device::attach);
        }
        return device.begin();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (passing != null) {
            passing.attach(event.getUI());
            markPage(passing.isCovered());
        }
        super.onAttach(event);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leaveDevice();
        super.onDetach(event);
    }

    private void leaveDevice() {
        if (passing != null) {
            passing.detach();
        }
        getUI().ifPresent(ui -> ui.getElement().getClassList().removeAll(List.of(SHARED, IN_OTHER_HANDS)));
    }

    /** On a shared device the way to other pages is closed, and the menu at the top is another person's. */
    private void markPage(boolean covered) {
        Optional<Company> company = Optional.ofNullable(passing).map(Passing::company);
        getUI().ifPresent(ui -> {
            ui.getElement()
                    .getClassList()
                    .set(SHARED, company.filter(Company::isShared).isPresent());
            ui.getElement()
                    .getClassList()
                    .set(
                            IN_OTHER_HANDS,
                            company.filter(them -> them.isShared() && !covered && !them.isFirst())
                                    .isPresent());
        });
    }

    /** What the device does to this page. */
    private final class OnThisPage implements Passing.Stage {

        @Override
        public void seat(MemberId who, SignedIn as) {
            sitAs(who, as);
            markPage(false);
        }

        @Override
        public void cover(Cover cover) {
            RoomView.this.cover();
            furniture = null;
            voice.setText("");
            put(cover);
            markPage(true);
            getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
        }

        @Override
        public void companyChanged() {
            if (furniture != null && passing != null) {
                furniture.show(passing.company(), shown());
                shown().ifPresent(RoomView.this::show);
                markPage(false);
            }
        }

        @Override
        public void say(String sentence) {
            if (furniture != null) {
                furniture.note(sentence);
            }
            aloud(sentence);
        }

        @Override
        public void aloud(String sentence) {
            voice.setText(sentence);
        }

        @Override
        public String title() {
            return room().title();
        }
    }

    /** Whoever has the page says it, and whoever guards privacy asks them; the room is told by nobody. */
    private void alarm(SignedIn me, UUID material) {
        MaterialId id = new MaterialId(material);
        if (rooms.shows(room().id(), id)) {
            materials.find(id).ifPresent(found -> alarms.orderedStream()
                    .forEach(one -> one.raise(me, material, found.title())));
        }
    }

    @Override
    void prepare(RoomSummary room, SignedIn me) {
        board.onAlarm(material -> alarm(me, material));
        Pack pack = protocols.find(room.pack()).orElseThrow(NotFoundException::new);
        Passing device = requireNonNull(passing);
        boolean ofTeam = !me.guest() && accounts.isMember(room.team(), me.id());
        MeetingFiles files = new MeetingFiles(rooms, materials, room.id(), member(), room.team(), me.id(), ofTeam);
        Furniture made =
                new Furniture(pack, me, board, device, this::ask, this::openDoor, files, this::sitAgain, clock);
        made.prepare(room, accounts.team(room.team()).map(Team::name).orElse(""));
        made.show(device.company(), Optional.empty());
        // What is private to one person has no place on a screen that several look at.
        panels = device.company().isShared()
                ? List.of()
                : asides.orderedStream()
                        .flatMap(aside -> aside.forPerson(me, room).stream())
                        .toList();
        panels.forEach(made::beside);
        put(made);
        furniture = made;
    }

    private void put(Component all) {
        getChildren().filter(each -> each != voice).toList().forEach(this::remove);
        add(all);
    }

    @Override
    void show(RoomPicture picture, Optional<RoomPicture> before, List<Happening> news, Instant now) {
        Optional<RoomPicture> same = before.filter(picture::onlySignalsSince);
        if (furniture != null && same.isPresent()) {
            furniture.showSignals(picture, same.get(), news);
            return;
        }
        if (furniture != null) {
            furniture.show(picture, before, news, now);
            if (passing != null) {
                furniture.show(passing.company(), Optional.of(picture));
            }
            lookForWays(furniture, picture);
            show(picture);
        }
        if (before.filter(last ->
                        last.current().equals(picture.current()) && last.title().equals(picture.title()))
                .isEmpty()) {
            getUI().ifPresent(ui -> ui.getPage().setTitle(titleIn(picture)));
        }
    }

    /** The panels are there while something can still be done, and on a screen of one's own. */
    private void show(RoomPicture picture) {
        boolean shared = Optional.ofNullable(passing)
                .filter(device -> device.company().isShared())
                .isPresent();
        boolean open = picture.status() != RoomSummary.Status.CLOSED && !shared;
        RoomMoment moment = RoomMoment.of(picture);
        for (RoomAside.Panel panel : panels) {
            panel.setVisible(open);
            if (open) {
                panel.show(moment);
            }
        }
    }

    /** The ways on are the room's to say: they depend on what the protocol protects. */
    private void lookForWays(Furniture made, RoomPicture picture) {
        if (picture.isFacilitator()) {
            seat().ifPresent(seat -> seat.lookForWays(ways -> made.offer(picture, ways)));
        }
    }

    @Override
    void sayLost() {
        if (furniture != null) {
            furniture.sayLost();
        }
    }

    /** Behind a video call the tab's title is all one sees of the room. */
    private String titleIn(RoomPicture picture) {
        return picture.phase()
                .map(phase -> getTranslation("room.page.phase", phase.name().in(getLocale()), picture.title()))
                .orElseGet(() -> getTranslation("room.page", picture.title()));
    }

    private void ask(RoomCommand.OfSeat command, Runnable done) {
        seat().ifPresentOrElse(
                        seat -> seat.ask(command, outcome -> {
                            switch (outcome) {
                                case Outcome.Done _ -> done.run();
                                case Outcome.No no -> say(refusal(no.reason()));
                            }
                        }),
                        this::sayLost);
    }

    /** Who wants to end a protected step early is told first what goes wrong most often there. */
    private String refusal(Refusal reason) {
        Stream<String> mistakes = shown().stream()
                .filter(_ -> reason == Refusal.PROTECTED)
                .flatMap(picture -> Nudges.early(picture, clock.instant()).stream())
                .map(mistake -> mistake.in(getLocale()));
        return Stream.concat(mistakes, Stream.of(Refusals.sentence(reason, getLocale())))
                .collect(Collectors.joining(" "));
    }

    private static void say(String sentence) {
        Notification.show(sentence, REFUSAL_MILLIS, Notification.Position.BOTTOM_CENTER);
    }

    private void openDoor() {
        new GuestDialog(rooms, room().id(), member()).open();
    }
}
