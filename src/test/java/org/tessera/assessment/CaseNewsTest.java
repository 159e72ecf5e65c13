package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.assessment.PanelScene.ALL_MET;
import static org.tessera.assessment.PanelScene.EVIDENCE;
import static org.tessera.assessment.PanelScene.done;
import static org.tessera.assessment.PanelScene.levels;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.tessera.account.PersonId;
import org.tessera.support.AppTest;

/** Who is told of what: each is told once, and nobody of what waits for somebody else. */
@AppTest
@ActiveProfiles("test")
@RecordApplicationEvents
class CaseNewsTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    ApplicationEvents events;

    private PanelScene scene;

    @BeforeEach
    void a_district() {
        scene = new PanelScene(application);
    }

    @Test
    void scorers_hear_of_their_tasks_and_the_earner_of_the_result_when_it_is_approved() {
        scene.assessBy(true, true);
        scene.members(5);
        CaseId id = scene.handIn();
        scene.passOn(id);
        assertThat(drawn(id))
                .filteredOn(drawn -> drawn.task() != Task.CHECK)
                .allSatisfy(drawn -> assertThat(drawn.assessor()).isEqualTo(scene.holder(id, drawn.task())))
                .extracting(CaseNews.Drawn::task)
                .containsExactly(Task.FIRST_SCORE, Task.SECOND_SCORE);
        scene.rate(id, Task.FIRST_SCORE, ALL_MET);
        scene.rate(id, Task.SECOND_SCORE, ALL_MET);
        assertThat(about(id, CaseNews.Decided.class)).isEmpty();
        done(scene.desk.approve(scene.holder(id, Task.APPROVAL), id));
        assertThat(about(id, CaseNews.Decided.class))
                .containsExactly(new CaseNews.Decided(id, scene.credential(), scene.ana, true, false));
        assertThat(about(id, CaseNews.Nobody.class)).isEmpty();
    }

    @Test
    void the_earner_hears_of_a_result_and_of_an_appeal() {
        scene.members(4);
        CaseId id = scene.handIn();
        scene.passOn(id);
        scene.rate(id, Task.FIRST_SCORE, levels("passing", "not-met", "passing"));
        done(scene.appeal(1, "My second piece shows all four points.", EVIDENCE));
        scene.rate(id, Task.APPEAL, levels("", "demonstrated", ""));
        assertThat(about(id, CaseNews.Decided.class))
                .containsExactly(
                        new CaseNews.Decided(id, scene.credential(), scene.ana, false, false),
                        new CaseNews.Decided(id, scene.credential(), scene.ana, true, true));
    }

    @Test
    void the_earner_hears_that_something_is_missing() {
        PersonId checker = scene.member("Zoe", Task.CHECK);
        CaseId id = scene.handIn();
        scene.desk.choose(checker, id, "overview", Lack.ANSWER.name());
        scene.write(checker, id, Task.CHECK, 0, "It is empty.");
        done(scene.desk.sendBack(checker, id));
        assertThat(about(id, CaseNews.Returned.class))
                .containsExactly(new CaseNews.Returned(id, scene.credential(), scene.ana));
    }

    @Test
    void the_district_hears_of_a_task_that_nobody_may_do() {
        scene.member("Zoe", Task.CHECK);
        CaseId id = scene.handIn();
        scene.passOn(id);
        assertThat(about(id, CaseNews.Nobody.class))
                .containsOnly(new CaseNews.Nobody(id, scene.credential(), Task.FIRST_SCORE, scene.district));
    }

    private List<CaseNews.Drawn> drawn(CaseId id) {
        return about(id, CaseNews.Drawn.class);
    }

    private <N extends CaseNews> List<N> about(CaseId id, Class<N> kind) {
        return events.stream(kind).filter(news -> news.about().equals(id)).toList();
    }
}
