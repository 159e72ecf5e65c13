package org.tessera.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PreserveOnRefresh;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;
import org.tessera.account.TeamId;
import org.tessera.credential.Credentials;
import org.tessera.credential.Stack;
import org.tessera.plan.ActionItems;
import org.tessera.plan.CalendarFeeds;
import org.tessera.plan.PlanAnswer;
import org.tessera.plan.PlanChange;
import org.tessera.plan.PlanEdit;
import org.tessera.plan.PlanPicture;
import org.tessera.plan.PlanRefusal;
import org.tessera.plan.PlanSheets;
import org.tessera.plan.PlannedMeeting;
import org.tessera.plan.Plans;
import org.tessera.plan.PrepareAnswer;
import org.tessera.plan.RequirementKey;
import org.tessera.plan.Session;
import org.tessera.protocol.OwnProtocols;
import org.tessera.room.ui.Zones;

/** A team's plan: made here, followed here, and changed here when dates move. {@code ?new} makes another. */
@Route("teams/:team/plan")
@RolesAllowed("PERSON")
@PreserveOnRefresh
@CssImport("./styles/plan.css")
class PlanView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Plans plans;
    private final transient PlanSheets sheets;
    private final transient Accounts accounts;
    private final transient Credentials credentials;
    private final transient OwnProtocols protocols;
    private final transient CurrentUser user;
    private final transient InstantSource clock;
    private final transient ActionItems items;
    private final transient CalendarFeeds feeds;
    private final transient Map<RequirementKey, String> unsaved = new HashMap<>();
    private final Div said = new Div();
    private final Div body = new Div();
    private transient @Nullable Team team;
    private transient @Nullable PlanPicture shown;
    private transient @Nullable ActionsCard actions;
    private boolean filling;

    PlanView(
            Plans plans,
            PlanSheets sheets,
            Accounts accounts,
            Credentials credentials,
            OwnProtocols protocols,
            CurrentUser user,
            InstantSource clock,
            ActionItems items,
            CalendarFeeds feeds) {
        this.plans = plans;
        this.sheets = sheets;
        this.accounts = accounts;
        this.credentials = credentials;
        this.protocols = protocols;
        this.user = user;
        this.clock = clock;
        this.items = items;
        this.feeds = feeds;
        addClassNames("page", "plan-page");
        said.addClassName("plan-said");
        said.getElement().setAttribute("role", "status");
        said.getElement().setAttribute("tabindex", "-1");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SignedIn me = user.require();
        Team found = event.getRouteParameters()
                .get("team")
                .flatMap(PlanView::id)
                .flatMap(accounts::team)
                .filter(one -> accounts.isMember(one.id(), me.id()))
                .orElseThrow(NotFoundException::new);
        boolean another =
                event.getLocation().getQueryParameters().getParameters().containsKey("new");
        boolean same = team != null && team.id().equals(found.id());
        if (same && filling && getComponentCount() > 0) {
            return;
        }
        if (!same) {
            team = found;
            ActionsCard taken =
                    new ActionsCard(items, accounts.membersOf(found.id()), found.id(), me.id(), this::showAgain);
            actions = taken;
            removeAll();
            add(
                    new H1(getTranslation("plan.title", found.name())),
                    said,
                    body,
                    taken,
                    new FeedCard(feeds, found, me.id()),
                    new Anchor("mail", getTranslation("mail.link")));
        }
        Objects.requireNonNull(actions).show();
        said.removeAll();
        List<PlanPicture> there = plans.of(found.id(), me.id());
        if (another || there.isEmpty()) {
            fill(found, me);
        } else {
            show(there.getFirst());
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("plan.page"));
    }

    private static Optional<TeamId> id(String text) {
        try {
            return Optional.of(new TeamId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private String nameOf(PersonId person) {
        String name = accounts.nameOf(person);
        return name.isEmpty() ? getTranslation("plan.nobody") : name;
    }

    // Making one

    private void fill(Team of, SignedIn me) {
        filling = true;
        shown = null;
        body.removeAll();
        ZoneId zone = Zones.of(UI.getCurrent());
        List<Stack> stacks = credentials.stacks();
        body.add(new PlanMaker(
                plans,
                sheets,
                of.id(),
                me.id(),
                stacks,
                accounts.membersOf(of.id()),
                PlanForm.usual(stacks, me.id(), LocalDate.ofInstant(clock.instant(), zone), zone),
                this::nameOf,
                new PlanMaker.Outcome(
                        made -> {
                            show(made);
                            say(getTranslation("plan.made"));
                        },
                        this::say)));
    }

    private String refusal(PlanRefusal why) {
        return getTranslation("plan.refusal." + why.name().toLowerCase(Locale.ROOT));
    }

    private void say(String words) {
        said.removeAll();
        said.add(new Paragraph(words));
        said.getElement().callJsFunction("focus");
    }

    // Following it

    private void show(PlanPicture picture) {
        filling = false;
        shown = picture;
        PlanWords words = PlanWords.on(this, picture, this::nameOf);
        List<Person> members = accounts.membersOf(picture.plan().team());
        body.removeAll();
        body.add(
                facts(picture, words),
                new Button(getTranslation("plan.arrange"), _ -> arrange(Objects.requireNonNull(shown))));
        if (picture.overtaken()) {
            body.add(overtaken(picture));
        }
        Div cards = new Div(
                meetings(picture, words, members),
                new ChecklistCard(picture, words, new FromChecklist()),
                new ClosedDays(
                        picture.plan().term(),
                        day -> change(new PlanEdit.CloseDay(day)),
                        day -> change(new PlanEdit.OpenDay(day))));
        cards.addClassName("plan-cards");
        Anchor another =
                new Anchor("teams/" + picture.plan().team().value() + "/plan?new", getTranslation("plan.another"));
        body.add(cards, another);
    }

    private void showAgain() {
        if (shown != null) {
            show(shown);
        }
    }

    private Paragraph facts(PlanPicture picture, PlanWords words) {
        String stack = credentials.stacks().stream()
                .filter(one -> one.ref().id().equals(picture.plan().stack().id()))
                .map(Stack::name)
                .map(name -> name.in(getLocale()))
                .findFirst()
                .orElse(picture.plan().stack().id().value());
        Paragraph facts = new Paragraph(getTranslation(
                "plan.facts",
                stack,
                String.join(
                        ", ",
                        picture.plan().earners().stream().map(this::nameOf).toList()),
                words.day(picture.plan().term().start()),
                words.day(picture.plan().term().end()),
                picture.plan().term().zone().getId()));
        facts.addClassName("quiet");
        return facts;
    }

    private Div overtaken(PlanPicture picture) {
        Button again = new Button(
                getTranslation("plan.again"),
                _ -> answered(plans.planAgain(
                        picture.plan().id(),
                        picture.plan().version(),
                        user.require().id())));
        Div note = new Div(new Paragraph(getTranslation("plan.overtaken")), again);
        note.addClassName("page-note");
        return note;
    }

    private Section meetings(PlanPicture picture, PlanWords words, List<Person> members) {
        UnorderedList list = new UnorderedList();
        list.addClassName("plan-meetings");
        for (PlannedMeeting meeting : picture.plan().meetings()) {
            MeetingItem item = new MeetingItem(meeting, picture, words, members, this::change, this::prepare);
            if (picture.next().filter(meeting::equals).isPresent()) {
                item.carry(Objects.requireNonNull(actions).open());
            }
            list.add(item);
        }
        Section section = new Section(new H2(getTranslation("plan.meetings")));
        section.addClassNames("card", "plan-list");
        if (picture.plan().meetings().isEmpty()) {
            section.add(new Paragraph(getTranslation("plan.meetings.none")));
        }
        if (!picture.unsaid().isEmpty()) {
            Paragraph counted = new Paragraph(
                    getTranslation("plan.held.counted", picture.unsaid().size()));
            counted.addClassName("quiet");
            section.add(counted);
        }
        section.add(list);
        return section;
    }

    private String change(PlanEdit edit) {
        PlanPicture picture = Objects.requireNonNull(shown);
        return answered(plans.change(
                picture.plan().id(),
                picture.plan().version(),
                edit,
                user.require().id()));
    }

    /** Shows what came of a change. Who was overtaken sees the plan as it is now, and asks again. */
    private String answered(PlanAnswer answer) {
        return switch (answer) {
            case PlanAnswer.Done(var picture, var changes) -> {
                show(picture);
                tell(picture, changes);
                yield "";
            }
            case PlanAnswer.Refused(var why) -> {
                String sentence = refusal(why);
                if (why == PlanRefusal.OVERTAKEN) {
                    PlanPicture old = Objects.requireNonNull(shown);
                    plans.find(old.plan().id(), user.require().id()).ifPresent(this::show);
                }
                say(sentence);
                yield sentence;
            }
        };
    }

    private void tell(PlanPicture picture, List<PlanChange> changes) {
        said.removeAll();
        said.add(new H2(getTranslation("plan.changed")), sentences(picture, changes, "plan.changed.nothing"));
        said.getElement().callJsFunction("focus");
    }

    private Component sentences(PlanPicture picture, List<PlanChange> changes, String ifNone) {
        if (changes.isEmpty()) {
            return new Paragraph(getTranslation(ifNone));
        }
        PlanWords words = PlanWords.on(this, picture, this::nameOf);
        UnorderedList list = new UnorderedList();
        changes.forEach(change -> list.add(new ListItem(words.change(change))));
        return list;
    }

    private void arrange(PlanPicture picture) {
        new ArrangeDialog(
                        picture.plan(),
                        accounts.membersOf(picture.plan().team()),
                        edit -> foretold(picture, edit),
                        this::change)
                .open();
    }

    private Div foretold(PlanPicture picture, PlanEdit edit) {
        return new Div(
                switch (plans.preview(picture.plan().id(), edit, user.require().id())) {
                    case PlanAnswer.Refused(var why) -> new Paragraph(refusal(why));
                    case PlanAnswer.Done(var next, var changes) -> sentences(next, changes, "plan.arrange.nothing");
                });
    }

    private void prepare(PlannedMeeting meeting, Session session) {
        PlanPicture picture = Objects.requireNonNull(shown);
        PlanWords words = PlanWords.on(this, picture, this::nameOf);
        switch (plans.prepare(
                picture.plan().id(),
                meeting.id(),
                session.number(),
                // without its day, which may yet change and stands beside it everywhere
                words.protocol(session.pack()),
                user.require().id())) {
            case PrepareAnswer.Refused(var why) -> say(refusal(why));
            case PrepareAnswer.Prepared(var room) -> UI.getCurrent().navigate("rooms/" + room);
        }
    }

    /** What the checklist asks for. */
    private final class FromChecklist implements ChecklistCard.Saying {

        @Override
        public void say(RequirementKey requirement, String text) {
            PlanPicture picture = Objects.requireNonNull(shown);
            new AssignDialog(
                            requirement,
                            text,
                            accounts.membersOf(picture.plan().team()),
                            protocols.offeredTo(picture.plan().team()),
                            unsaved.getOrDefault(requirement, ""),
                            words -> unsaved.put(requirement, words),
                            PlanView.this::change)
                    .open();
        }

        @Override
        public void takeBack(RequirementKey requirement) {
            change(new PlanEdit.Unassign(requirement));
        }
    }
}
