package org.tessera.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tessera.account.DemoDistrict;
import org.tessera.account.DemoPart;
import org.tessera.account.PersonId;
import org.tessera.clock.BackThen;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.submission.Submissions;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.Writings;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo district’s panel, and submissions on their way through it as {@code seeds/demo/assessment.yaml} tells: each step at
 * its time, by whoever was drawn, through the same doors as anybody’s.
 */
@Component
@Order(310)
@ConditionalOnBooleanProperty("tessera.demo")
class DemoPanel implements DemoPart {

    private final Panels panels;
    private final Anchors anchors;
    private final Trials trials;
    private final Submissions submissions;
    private final Credentials credentials;
    private final Writings writings;
    private final DemoStories stories;
    private final TransactionOperations transaction;
    private final InstantSource clock;
    private final JsonMapper json;

    DemoPanel(
            Panels panels,
            Anchors anchors,
            Trials trials,
            Submissions submissions,
            Credentials credentials,
            Writings writings,
            DemoStories stories,
            TransactionOperations transaction,
            InstantSource clock,
            JsonMapper json) {
        this.panels = panels;
        this.anchors = anchors;
        this.trials = trials;
        this.submissions = submissions;
        this.credentials = credentials;
        this.writings = writings;
        this.stories = stories;
        this.transaction = transaction;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public void addTo(DemoDistrict demo) {
        DemoTold told = DemoTold.read(json);
        boolean isTold = !panels.members(demo.person(told.officer()).id()).isEmpty()
                || told.submissions().stream().anyMatch(story -> submissions
                        .find(demo.person(story.earner()).id(), new CredentialId(story.credential()))
                        .isPresent());
        if (!isTold) {
            // a case that is half told would be looked after as if it were somebody’s today
            transaction.executeWithoutResult(_ -> tell(demo, told));
        }
    }

    private void tell(DemoDistrict demo, DemoTold told) {
        PersonId officer = demo.person(told.officer()).id();
        told.members()
                .forEach((name, tasks) ->
                        must(panels.name(officer, demo.person(name).id(), tasks), name));
        told.schemes()
                .forEach(way -> must(
                        panels.assessBy(
                                officer,
                                new Scheme(
                                        new CredentialId(way.credential()),
                                        way.secondScored(),
                                        way.approved(),
                                        false,
                                        Scales.PASSING,
                                        Scales.DEMONSTRATED)),
                        way));
        Map<String, CaseId> cases = new HashMap<>();
        told.submissions()
                .forEach(story ->
                        cases.put(story.earner(), stories.tell(demo, told, story, moment -> ago(demo, moment))));
        told.anchors().forEach(asked -> ask(demo, officer, asked, cases));
        tryOut(demo, told, cases);
    }

    private void ask(DemoDistrict demo, PersonId officer, DemoTold.Asked asked, Map<String, CaseId> cases) {
        CaseId about = Objects.requireNonNull(cases.get(asked.earner()));
        BackThen.run(ago(demo, new DemoTold.Moment(asked.workingDaysAgo(), asked.at())), () -> {
            must(anchors.propose(officer, about), asked);
            if (asked.consent()) {
                must(anchors.answer(demo.person(asked.earner()).id(), about, true), asked);
            }
        });
    }

    private void tryOut(DemoDistrict demo, DemoTold told, Map<String, CaseId> cases) {
        DemoTold.Tried tried = told.trial();
        CaseId anchor = Objects.requireNonNull(cases.get(tried.anchor()));
        PersonId member = demo.person(tried.member()).id();
        BackThen.run(ago(demo, new DemoTold.Moment(tried.workingDaysAgo(), tried.at())), () -> {
            Credential credential = trials.of(member).stream()
                    .filter(errand -> errand.anchor().equals(anchor))
                    .map(Trials.Errand::credential)
                    .findFirst()
                    .orElseThrow();
            int number = 0;
            for (var row : credential.rubric()) {
                DemoTold.Given given = Objects.requireNonNull(tried.rows().get(row.id()), row.id());
                trials.choose(member, anchor, row.id(), given.level());
                WritingPlace place = Trials.place(credential.ref(), anchor, number++);
                DemoStories.saved(writings.replace(member, place, given.says()));
            }
            must(trials.finish(member, anchor) instanceof TrialAnswer.Done, tried);
        });
    }

    /** How long ago that is, on the district’s working days. */
    private Duration ago(DemoDistrict demo, DemoTold.Moment moment) {
        BusinessDays calendar = panels.calendarOf(demo.district());
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        int left = moment.workingDaysAgo();
        while (left > 0) {
            day = day.minusDays(1);
            if (calendar.isWorked(day)) {
                left--;
            }
        }
        return Duration.between(day.atTime(moment.at()).toInstant(ZoneOffset.UTC), now);
    }

    private static void must(boolean isDone, Object what) {
        if (!isDone) {
            throw new IllegalStateException("the demo’s panel is refused: " + what);
        }
    }
}
