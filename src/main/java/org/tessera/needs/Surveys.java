package org.tessera.needs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Languages;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.entry.Circles;
import org.tessera.entry.Entries;
import org.tessera.entry.Entry;
import org.tessera.entry.EntryId;
import org.tessera.entry.Standing;

/**
 * Surveys of teams. Whoever knows the link answers, without an account; nothing about who it was is kept, and nothing says
 * which answers came from the same form. Results are seen once a survey is closed, and only if enough have answered.
 */
@Service
public class Surveys {

    /** More forms than any school hands in. */
    static final int MOST_FORMS = 5000;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final SurveyStore store;
    private final Entries entries;
    private final Circles circles;
    private final InstantSource clock;
    private final Pace pace;

    Surveys(SurveyStore store, Entries entries, Circles circles, InstantSource clock) {
        this.store = store;
        this.entries = entries;
        this.circles = circles;
        this.clock = clock;
        this.pace = new Pace(clock);
    }

    /** A team's surveys that were opened, latest first; none for who has nothing to do with the team. */
    @Transactional(readOnly = true)
    public List<Survey> of(TeamId team, PersonId reader) {
        return circles.of(team, reader).isEmpty() ? List.of() : store.of(team);
    }

    /** One survey, if there is one that {@code reader} may see. */
    @Transactional(readOnly = true)
    public Optional<Survey> find(SurveyId id, PersonId reader) {
        return store.find(id).filter(survey -> circles.of(survey.team(), reader).isPresent());
    }

    /** Whether it can be answered now. */
    public boolean isOpen(Survey survey) {
        return survey.isOpen(clock.instant());
    }

    /**
     * Opens a survey; from now on it is no draft any more.
     *
     * @param zone in which its last day ends
     */
    @Transactional
    public SurveyAnswer open(EntryId draft, ZoneId zone, PersonId by) {
        Optional<Entry<SurveyDraft>> found =
                entries.find(draft, SurveyDraft.KIND, by).filter(entry -> writes(entry.team(), by));
        if (found.isEmpty()) {
            return new SurveyAnswer.Refused(SurveyRefusal.NOT_A_MEMBER);
        }
        SurveyDraft body = found.get().body();
        Instant now = now();
        Optional<SurveyRefusal> fault = Opening.faultOf(body, LocalDate.ofInstant(now, zone));
        if (fault.isPresent()) {
            return new SurveyAnswer.Refused(fault.get());
        }
        Survey survey = new Survey(
                new SurveyId(UUID.randomUUID()),
                found.get().team(),
                link(),
                body.title().strip(),
                body.lead().strip(),
                Languages.nearest(Locale.of(body.language())),
                Opening.questions(body),
                by,
                now,
                body.lastDay().map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                Optional.empty());
        store.add(survey);
        entries.remove(draft, by);
        return new SurveyAnswer.Done(survey);
    }

    /** Closes a survey; one that is closed stays so. */
    @Transactional
    public SurveyAnswer close(SurveyId id, PersonId by) {
        return change(id, by, survey -> {
            if (survey.isOpen(clock.instant())) {
                store.setTimes(id, survey.closesAt(), Optional.of(now()));
            }
            return Optional.empty();
        });
    }

    /** Opens a closed survey again, without a last day; only one whose results nobody could see. */
    @Transactional
    public SurveyAnswer reopen(SurveyId id, PersonId by) {
        return change(id, by, survey -> {
            if (survey.isOpen(clock.instant())) {
                return Optional.empty();
            }
            if (store.forms(id) >= Survey.LEAST) {
                return Optional.of(SurveyRefusal.RESULTS_SEEN);
            }
            store.setTimes(id, Optional.empty(), Optional.empty());
            return Optional.empty();
        });
    }

    /** Erases a survey with everything that was answered; nothing happens for who is no member of its team. */
    @Transactional
    public void remove(SurveyId id, PersonId by) {
        store.findToChange(id)
                .filter(survey -> writes(survey.team(), by))
                .ifPresent(survey -> store.remove(survey.id()));
    }

    /** Takes out the words of one answer, because they name somebody; that there was an answer stays. */
    @Transactional
    public void blank(SurveyId id, UUID answer, PersonId by) {
        store.findToChange(id)
                .filter(survey -> writes(survey.team(), by))
                .filter(survey -> !survey.isOpen(clock.instant()))
                .ifPresent(survey -> store.blank(survey.id(), answer));
    }

    /** What a survey came to, as far as it may be seen; nothing for who may not see the survey. */
    @Transactional(readOnly = true)
    public Optional<Results> results(SurveyId id, PersonId reader) {
        return find(id, reader).map(survey -> {
            int forms = store.forms(id);
            return survey.isOpen(clock.instant())
                    ? new Results.StillOpen(forms)
                    : Results.of(survey.questions(), forms, forms < Survey.LEAST ? List.of() : store.answers(id));
        });
    }

    /** The survey a link leads to, open or closed. */
    @Transactional(readOnly = true)
    public Optional<Survey> at(String link) {
        return store.at(link);
    }

    /**
     * Takes a form.
     *
     * @param ticket what the browser keeps so that the same form is not counted twice
     * @param given what was answered, by question
     */
    @Transactional
    public HandedIn handIn(String link, String ticket, Map<String, List<String>> given) {
        Optional<Survey> found = store.at(link);
        if (found.isEmpty()) {
            return HandedIn.UNKNOWN;
        }
        if (!pace.take(found.get().id())) {
            return HandedIn.BUSY;
        }
        return switch (Form.of(found.get(), given)) {
            case Form.Foreign _ -> HandedIn.FOREIGN;
            case Form.TooLong _ -> HandedIn.TOO_LONG;
            case Form.Blank _ -> HandedIn.BLANK;
            case Form.Sound(var answers) -> keep(found.get().id(), ticket, answers);
        };
    }

    private HandedIn keep(SurveyId id, String ticket, Map<String, String> answers) {
        // locked: nobody sees results while one more is being counted
        Optional<Survey> survey = store.findToChange(id);
        if (survey.isEmpty()) {
            return HandedIn.UNKNOWN;
        }
        byte[] hash = hash(id, ticket);
        if (store.isKept(id, hash)) {
            return HandedIn.KEPT_BEFORE;
        }
        if (!survey.get().isOpen(clock.instant())) {
            return HandedIn.CLOSED;
        }
        if (store.forms(id) >= MOST_FORMS) {
            return HandedIn.FULL;
        }
        store.keep(id, hash, answers);
        return HandedIn.KEPT;
    }

    private interface Change {
        Optional<SurveyRefusal> of(Survey survey);
    }

    private SurveyAnswer change(SurveyId id, PersonId by, Change change) {
        Optional<Survey> found = store.findToChange(id).filter(survey -> writes(survey.team(), by));
        if (found.isEmpty()) {
            return new SurveyAnswer.Refused(SurveyRefusal.NOT_A_MEMBER);
        }
        return change.of(found.get())
                .<SurveyAnswer>map(SurveyAnswer.Refused::new)
                .orElseGet(() -> new SurveyAnswer.Done(store.find(id).orElseThrow()));
    }

    private boolean writes(TeamId team, PersonId person) {
        return circles.of(team, person).equals(Optional.of(Standing.MEMBER));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String link() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(SurveyId survey, String ticket) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((survey.value() + " " + ticket).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
