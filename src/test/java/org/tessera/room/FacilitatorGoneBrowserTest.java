package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;
import static org.tessera.protocol.Role.RECORDER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tessera.protocol.Phase;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd.Loner;

/**
 * The facilitator's browser is killed in every phase of Calibration. Each time the others can work on,
 * somebody leads within the lease, and the facilitator who comes back takes the lead again with nothing lost.
 */
@AppTest
@Tag("browser")
class FacilitatorGoneBrowserTest extends WalkTest {

    /** The lease, and what pages and a busy machine need to show that it is over. */
    private static final Duration LEASE = LiveRoom.SUCCESSION.plusSeconds(15);

    @Test
    @Tag("long")
    void in_every_phase_the_room_goes_on_and_hands_back() {
        Meeting m = walk.preparing()
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", RECORDER)
                .with("dee", PARTICIPANT)
                .running("calibration");
        List.of("ben", "cho", "dee")
                .forEach(name -> walk.enters(m, name, walk.crowd().atLaptop()));
        InRoom cho = walk.person("cho");
        InRoom dee = walk.person("dee");
        List<Phase> phases = m.live().pack().phases();
        List<String> written = new ArrayList<>();
        Loner ana = sitsDown(m);
        walk.goesOn(walk.person("ana"), name(phases.getFirst()));
        for (int at = 0; at < phases.size(); at++) {
            String phase = name(phases.get(at));
            assertThat(walk.person("ana").page().locator(".controls .go-on")).isVisible();
            walk.leaves("ana");
            ana.kill();
            long gone = System.nanoTime();

            // meanwhile everybody works on
            String note = "While nobody leads " + phase;
            written.add(note);
            dee.writes(note, true);
            assertThat(cho.page().locator(".phase h2")).hasText(phase);

            // and after the lease somebody leads, in the same step
            assertThat(cho.page().locator(".controls .go-on"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout((double) LEASE.toMillis()));
            assertThat(Duration.ofNanos(System.nanoTime() - gone))
                    .as("%s without a leader", phase)
                    .isLessThan(LEASE);
            assertThat(cho.page()
                            .getByText("The facilitator has lost the connection. You lead the meeting now")
                            .first())
                    .isVisible();
            assertThat(dee.page().getByText("cho leads the meeting now").first())
                    .isVisible();
            cho.isIn(phase);
            act(m, phases.get(at).id());
            if (at + 1 < phases.size()) {
                walk.goesOn(cho, name(phases.get(at + 1)));
            }

            // until the facilitator is back, and takes the lead again
            ana = sitsDown(m);
            walk.person("ana").presses("Facilitate again");
            assertThat(walk.person("ana").page().locator(".controls .go-on")).isVisible();
            assertThat(cho.page().locator(".controls .go-on")).isHidden();
            walk.everybody()
                    .forEach(each -> each.isIn(name(phases.get(Math.min(at(phases, phase) + 1, phases.size() - 1)))));
        }
        walk.closes(walk.person("ana"), "The bell rang.");
        written.forEach(note ->
                assertThat(m.live().notes()).extracting(Entity.Note::text).contains(note));
        assertThat(m.live().shelf(Shelf.ARTIFACTS)).hasSize(4);
        m.isConsistent();
    }

    /** What a step is for is done while somebody else leads: it must be there when the facilitator is back. */
    private void act(Meeting m, String phase) {
        switch (phase) {
            case "walkthrough" -> {
                Locator field = walk.person("cho").board().getByLabel("Another item, in its own words");
                field.fill("Claim");
                field.press("Enter");
                walk.person("dee").sees("Claim");
            }
            case "score" ->
                List.of("ben", "cho", "dee").forEach(name -> {
                    walk.person(name).choice("Level for: Claim", "3").click();
                    walk.person(name).sees("1 of 1 rows scored");
                });
            case "discuss" -> {
                walk.person("cho").choice("The score you agree on", "3").click();
                walk.person("cho")
                        .board()
                        .getByLabel("Why: what you will hold later scores against")
                        .fill("It answers the question");
                walk.person("cho").presses("Record");
                assertThat(walk.person("dee").board().getByText("Agreed: 3")).isVisible();
            }
            case "debrief" -> {
                walk.person("dee").writes("Helped", "Going on without a hitch");
                walk.person("dee").writes("Change", "A better socket for the laptop");
            }
            default -> assertThat(m.live().current()).isPresent();
        }
    }

    private Loner sitsDown(Meeting m) {
        Loner ana = walk.crowd().alone();
        walk.enters(m, "ana", ana.someone());
        return ana;
    }

    private static int at(List<Phase> phases, String name) {
        return phases.stream().map(FacilitatorGoneBrowserTest::name).toList().indexOf(name);
    }

    private static String name(Phase phase) {
        return phase.name().in(Locale.ENGLISH);
    }
}
