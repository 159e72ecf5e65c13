package org.tessera.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How people get their way in: an officer of their district makes the account and a link, and the person sets the password. The
 * link holds a random secret of which only the hash is kept; it opens the account once, until it is over or another takes its place.
 *
 * @see "Decision: docs/decisions/a-welcome-link-opens-once.md"
 */
@Service
public class WelcomeLinks {

    /** How long a link is good. */
    public static final Duration GOOD = Duration.ofDays(14);

    private static final Attempts.Limit PER_LINK = new Attempts.Limit(20, Duration.ofSeconds(5));
    private static final Attempts.Limit IN_ALL = new Attempts.Limit(120, Duration.ofMillis(500));

    private final WelcomeLinkStore store;
    private final OfficeStore office;
    private final AccountStore people;
    private final Accounts accounts;
    private final Officers officers;
    private final Passwords passwords;
    private final SignIns signIns;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final Attempts attempts;
    private final String address;
    private final boolean sendsMail;

    WelcomeLinks(
            WelcomeLinkStore store,
            OfficeStore office,
            AccountStore people,
            Accounts accounts,
            Officers officers,
            Passwords passwords,
            SignIns signIns,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            InstantSource clock,
            @Value("${tessera.public-address:http://localhost:${server.port:8080}}") String address,
            @Value("${spring.mail.host:}") String mailServer) {
        this.store = store;
        this.office = office;
        this.people = people;
        this.accounts = accounts;
        this.officers = officers;
        this.passwords = passwords;
        this.signIns = signIns;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.attempts = new Attempts(clock, PER_LINK, IN_ALL);
        this.sendsMail = !mailServer.isBlank();
        this.address = address.endsWith("/") ? address : address + "/";
    }

    /** Whether links are also sent by e-mail, and not only shown to who makes them. */
    public boolean sendsMail() {
        return sendsMail;
    }

    /** Makes an account for somebody and a link to come in by, or says why not. */
    public InviteAnswer invite(PersonId by, InviteDraft draft) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> invited(by, draft)));
        } catch (DuplicateKeyException takenMeanwhile) {
            return taken(by, Passwords.normal(draft.email()));
        }
    }

    private InviteAnswer invited(PersonId by, InviteDraft draft) {
        Optional<DistrictId> district = officers.districtOf(by);
        if (district.isEmpty()) {
            return InviteAnswer.Refused.NOT_OFFICER;
        }
        DistrictId own = district.get();
        String name = Named.cleaned(draft.name());
        String email = Passwords.normal(draft.email());
        Optional<InviteAnswer> fault = fault(name, email);
        if (fault.isPresent()) {
            return fault.get();
        }
        if (accounts.personByEmail(email).isPresent()) {
            return taken(by, email);
        }
        SchoolId school = draft.school();
        List<Team> teams = draft.teams().stream()
                .flatMap(team -> accounts.team(team).stream())
                .filter(team -> team.district().equals(own))
                .toList();
        boolean schoolFits = school == null
                || accounts.school(school)
                        .filter(found -> found.district().equals(own))
                        .isPresent();
        if (!schoolFits || teams.size() != draft.teams().size()) {
            return InviteAnswer.Refused.NOT_FOUND;
        }
        Person person = new Person(
                new PersonId(UUID.randomUUID()), own, school, name, email, Languages.nearest(draft.locale()));
        return add(person, teams, Optional.of(by));
    }

    private static Optional<InviteAnswer> fault(String name, String email) {
        return switch (Named.fault(name)) {
            case NAME_MISSING -> Optional.of(InviteAnswer.Refused.NAME_MISSING);
            case NAME_TOO_LONG -> Optional.of(InviteAnswer.Refused.NAME_TOO_LONG);
            case NAME_INVALID -> Optional.of(InviteAnswer.Refused.NAME_INVALID);
            default -> Named.isEmail(email) ? Optional.empty() : Optional.of(InviteAnswer.Refused.EMAIL_WRONG);
        };
    }

    private InviteAnswer taken(PersonId by, String email) {
        boolean here = officers.districtOf(by)
                .flatMap(own -> accounts.personByEmail(email)
                        .filter(known -> known.district().equals(own)))
                .isPresent();
        return here ? InviteAnswer.Refused.EMAIL_KNOWN : InviteAnswer.Refused.EMAIL_ELSEWHERE;
    }

    /** Makes the account of somebody nobody can sign in as yet, and the link; {@code by} is nobody for the installation itself. */
    InviteAnswer.Invited add(Person person, List<Team> teams, Optional<PersonId> by) {
        people.addPerson(person, Passwords.UNSET, clock.instant());
        teams.forEach(team -> accounts.join(team.id(), person.id()));
        return link(person, by, OfficeDeed.Kind.INVITED);
    }

    /** Makes a new link for somebody of an officer's district, who never had one, lost it, or forgot the password. */
    public InviteAnswer newLink(PersonId by, PersonId person) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Optional<DistrictId> district = officers.districtOf(by);
            if (district.isEmpty()) {
                return InviteAnswer.Refused.NOT_OFFICER;
            }
            Optional<Person> found =
                    accounts.person(person).filter(one -> one.district().equals(district.get()));
            if (found.isEmpty()) {
                return InviteAnswer.Refused.NOT_FOUND;
            }
            return accounts.isSuspended(person)
                    ? InviteAnswer.Refused.SUSPENDED
                    : link(found.get(), Optional.of(by), OfficeDeed.Kind.LINK_MADE);
        }));
    }

    /** Makes a link for somebody without asking who wants it, and tells it to whoever writes letters. */
    InviteAnswer.Invited link(Person person, Optional<PersonId> by, OfficeDeed.Kind kind) {
        String secret = Secrets.random();
        Instant now = clock.instant();
        Instant until = now.plus(GOOD);
        store.put(person.id(), Secrets.hash(secret), by, now, until);
        office.note(person.district(), new OfficeDeed(kind, by, Optional.of(person.id()), "", now));
        WelcomeLink link = new WelcomeLink(address + "welcome/" + secret, until);
        boolean first = people.secretOf(person.email())
                .filter(known -> Passwords.isUnset(known.passwordHash()))
                .isPresent();
        events.publishEvent(new PersonInvited(person, link, first));
        return new InviteAnswer.Invited(person, link);
    }

    /** Whether somebody has never set a password and has no good link to do so. */
    boolean isOver(Person person) {
        return office.access(person.district(), clock.instant()).get(person.id()) == Access.LINK_OVER;
    }

    /** Says line by line what would happen if a list of people were invited. */
    public InviteListAnswer foresee(PersonId by, String list) {
        Optional<DistrictId> district = officers.districtOf(by);
        if (district.isEmpty()) {
            return InviteListAnswer.Refused.NOT_OFFICER;
        }
        return switch (InviteList.read(list)) {
            case InviteList.Unreadable why -> new InviteListAnswer.Unreadable(why);
            case InviteList.Read(List<InviteLine> lines) ->
                new InviteListAnswer.Forecast(forecast(district.get(), lines).of(lines));
        };
    }

    private InviteForecast forecast(DistrictId district, List<InviteLine> lines) {
        return new InviteForecast(
                district,
                office.schoolsIn(district),
                accounts.teamsIn(district),
                office.holders(lines.stream().map(InviteLine::email).toList()),
                office.teams(district));
    }

    /**
     * Invites everybody on a list, all or nobody.
     *
     * @param seen what {@link #foresee} said of the list; if it would say something else now, nothing is done
     * @param language what those who are new read
     */
    public InviteListAnswer inviteAll(PersonId by, String list, InviteListAnswer.Forecast seen, Locale language) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> {
                officers.districtOf(by).ifPresent(office::lock);
                return switch (foresee(by, list)) {
                    case InviteListAnswer.Forecast now
                    when now.equals(seen) && now.isSound() -> done(by, now.steps(), language);
                    case InviteListAnswer.Forecast _ -> InviteListAnswer.Refused.CHANGED;
                    case InviteListAnswer other -> other;
                };
            }));
        } catch (DuplicateKeyException takenMeanwhile) {
            return InviteListAnswer.Refused.CHANGED;
        }
    }

    private InviteListAnswer done(PersonId by, List<InviteStep> steps, Locale language) {
        DistrictId own = officers.districtOf(by).orElseThrow();
        List<InviteAnswer.Invited> invited = new ArrayList<>();
        int joined = 0;
        int passedOver = 0;
        for (InviteStep step : steps) {
            switch (step.outcome()) {
                case InviteStep.Outcome.Fresh(var school, var team) -> {
                    Person person = new Person(
                            new PersonId(UUID.randomUUID()),
                            own,
                            school.map(School::id).orElse(null),
                            step.line().name(),
                            step.line().email(),
                            Languages.nearest(language));
                    invited.add(add(person, team.stream().toList(), Optional.of(by)));
                }
                case InviteStep.Outcome.Known(var person, var joins) -> {
                    joined += joins.isPresent() ? 1 : 0;
                    joins.ifPresent(team -> {
                        accounts.join(team.id(), person.id());
                        office.note(
                                own,
                                new OfficeDeed(
                                        OfficeDeed.Kind.TEAM_JOINED,
                                        Optional.of(by),
                                        Optional.of(person.id()),
                                        team.name(),
                                        clock.instant()));
                    });
                }
                case InviteStep.Outcome.Elsewhere _ -> passedOver++;
                case InviteStep.Outcome.Faulty _ -> throw new IllegalStateException("a list with faults is not done");
            }
        }
        return new InviteListAnswer.Done(invited, joined, passedOver);
    }

    /** Whose link this is, for the page behind it. Looking uses nothing up. */
    public WelcomeAnswer look(String secret) {
        return tried(secret, person -> new WelcomeAnswer.Welcome(person));
    }

    /** Sets the password of whose link this is. The link is used up, and every sign-in there was ends. */
    public WelcomeAnswer accept(String secret, String password) {
        WelcomeAnswer answer = tried(secret, person -> {
            return switch (passwords.look(password, person)) {
                case TOO_SHORT -> WelcomeAnswer.Refused.TOO_SHORT;
                case TOO_LONG -> WelcomeAnswer.Refused.TOO_LONG;
                case GUESSED_FIRST -> WelcomeAnswer.Refused.GUESSED_FIRST;
                case FITS -> {
                    String hash = passwords.hash(password);
                    yield Objects.requireNonNull(transaction.execute(_ -> set(person, secret, hash)));
                }
            };
        });
        if (answer instanceof WelcomeAnswer.Welcome(Person person)) {
            signIns.endAll(person.id());
        }
        return answer;
    }

    private WelcomeAnswer set(Person person, String secret, String hash) {
        Instant now = clock.instant();
        if (!store.use(Secrets.hash(secret), now)) {
            return WelcomeAnswer.Refused.GONE;
        }
        people.setPasswordHash(person.id(), hash);
        office.note(
                person.district(),
                new OfficeDeed(
                        OfficeDeed.Kind.PASSWORD_SET, Optional.of(person.id()), Optional.of(person.id()), "", now));
        return new WelcomeAnswer.Welcome(person);
    }

    private interface Opened {
        WelcomeAnswer by(Person person);
    }

    private WelcomeAnswer tried(String secret, Opened opened) {
        if (!attempts.take(secret)) {
            return WelcomeAnswer.Refused.TOO_MANY;
        }
        Optional<Person> person = store.open(Secrets.hash(secret), clock.instant())
                .filter(id -> !accounts.isSuspended(id))
                .flatMap(accounts::person);
        if (person.isEmpty()) {
            return WelcomeAnswer.Refused.GONE;
        }
        attempts.giveBack(secret);
        return opened.by(person.get());
    }
}
