package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.COACH;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;
import static org.tessera.protocol.Role.RECORDER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Role;
import org.tessera.support.AppTest;
import org.tessera.support.wire.Wire;

/**
 * What people answer for themselves alone: scores with their reasons, opinions on an item, what somebody finds hard about a
 * norm, and how much each one spoke. Every byte that is sent to anybody is searched for it.
 */
@AppTest
class SealedAnswersSecrecyTest extends Eavesdropping {

    private static final List<String> GROUP = List.of("ana", "ben", "cho", "dee", "eli");

    /** Five of the team, a guest and a coach. */
    private Meeting company(String pack, Role ben) {
        Meeting m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("ana", FACILITATOR)
                .with("ben", ben)
                .with("cho", RECORDER)
                .with("dee", PARTICIPANT)
                .with("eli", PARTICIPANT)
                .with("cleo", COACH)
                .running(pack);
        listen(m, "ana", "gus");
        assertThat(ears).hasSize(7);
        return m;
    }

    /** One step after the other, up to the one before {@code phase}, and then that one, to which everybody's page is pushed. */
    private void goesOnTo(Meeting m, String phase) {
        List<String> steps = m.live().pack().phases().stream().map(Phase::id).toList();
        int next = m.live().setting().phase().map(steps::indexOf).orElse(-1) + 1;
        steps.subList(next, steps.indexOf(phase)).forEach(step -> ears.get("ana")
                .socket
                .does("start-phase", Map.of("phase", step, "reason", "what is in it is tried elsewhere")));
        starts(m, "ana", phase);
    }

    private String kindsSeenBy(String name, String collection) {
        Wire socket = ears.get(name).socket;
        return socket.collection(collection).keySet().stream()
                .map(id -> id.contains(socket.you()) ? "own" : "somebody's")
                .distinct()
                .toList()
                .toString();
    }

    private void nobodySeesMoreThanTheOwn(String collection) {
        ears.keySet().forEach(name -> assertThat(kindsSeenBy(name, collection))
                .as("%s of which %s is told", collection, name)
                .isIn("[own]", "[]"));
    }

    @Test
    void scores_and_their_reasons_are_sealed_until_the_step_ends() {
        Meeting m = company("calibration", PRESENTER);
        goesOnTo(m, "walkthrough");
        UUID row = UUID.randomUUID();
        ears.get("ana").socket.does("add-item", Map.of("item", row.toString(), "text", "Claim"));
        starts(m, "ana", "score");
        List<String> sealed = new ArrayList<>();
        int before = framesOf("cleo");
        for (String name : List.of("ben", "cho", "dee", "eli", "gus")) {
            String first = plant("first-reason-of-" + name, name);
            String reason = plant("reason-of-" + name, name);
            sealed.add(reason);
            Wire socket = ears.get(name).socket;
            socket.does("submit-score", Map.of("item", row.toString(), "level", 1, "evidence", first));
            socket.does("submit-score", Map.of("item", row.toString(), "level", 3, "evidence", reason));
        }
        assertThat(framesOf("cleo")).as("scoring is not even counted").isEqualTo(before);
        nobodySeesMoreThanTheOwn("scores");
        someLookAround(m, "ana", "dee", "gus", "cleo");
        nothingHasLeaked(m, "ana");

        sealed.forEach(this::isKnownToAll);
        starts(m, "ana", "share");
        sealed.forEach(this::everybodyKnows);
        someLookAround(m, "ana", "dee", "gus", "cleo");
        nobodyHeardTooMuch(m);
        m.isConsistent();
    }

    @Test
    void reasons_for_an_answer_are_ones_own_until_the_item_is_settled() {
        Meeting m = company("assessment-validation", PRESENTER);
        goesOnTo(m, "checklist");
        String item = Items.itemsOf(m.live(), m.live().pack().phase("checklist").orElseThrow())
                .getFirst()
                .id()
                .toString();
        List<String> reasons = new ArrayList<>();
        for (String name : List.of("ana", "cho", "dee", "eli", "gus")) {
            String first = plant("first-why-of-" + name, name);
            String why = plant("why-of-" + name, name);
            reasons.add(why);
            Wire socket = ears.get(name).socket;
            socket.does("answer-item", Map.of("item", item, "answer", "no", "why", first));
            socket.does("answer-item", Map.of("item", item, "answer", "yes", "why", why));
        }
        nobodySeesMoreThanTheOwn("opinions");
        someLookAround(m, "ana", "ben", "dee", "gus", "cleo");
        nothingHasLeaked(m, "ana");

        reasons.forEach(this::isKnownToAll);
        ears.get("cho")
                .socket
                .does("settle-item", Map.of("item", item, "agreed", "yes", "rationale", "It says so on page 1."));
        reasons.forEach(this::everybodyKnows);
        nobodySeesMoreThanTheOwn("opinions");
        someLookAround(m, "ana", "ben", "dee", "gus", "cleo");
        nobodyHeardTooMuch(m);
        m.isConsistent();
    }

    @Test
    void what_somebody_finds_hard_about_a_norm_and_how_much_each_spoke_is_told_to_nobody_else() {
        Meeting m = company("forming-ground-rules", PARTICIPANT);
        goesOnTo(m, "list");
        for (String name : GROUP) {
            Wire socket = ears.get(name).socket;
            Wire.await("the turn of " + name, () -> hasTheFloor(name));
            socket.does("pass-turn", Map.of());
        }
        starts(m, "ana", "condense");
        String draft = UUID.randomUUID().toString();
        ears.get("ana")
                .socket
                .does(
                        "override",
                        Map.of("person", ears.get("dee").socket.you(), "action", "post", "reason", "it was forgotten"));
        ears.get("dee").socket.does("add-note", Map.of("note", draft, "text", "We begin on time", "kind", "norm"));
        ears.get("cho").socket.does("adopt-norm", Map.of("note", draft, "text", "We begin on time"));
        Wire.await("the norm", () -> !ears.get("gus").socket.collection("norms").isEmpty());
        String norm =
                ears.get("cho").socket.collection("norms").keySet().iterator().next();

        int before = framesOf("cleo");
        for (String name : GROUP) {
            ears.get(name).socket.does("flag-norm", Map.of("norm", norm, "hard", true));
        }
        assertThat(framesOf("cleo")).as("flags are not even counted").isEqualTo(before);
        nobodySeesMoreThanTheOwn("flags");
        nobodySeesMoreThanTheOwn("voices");

        goesOnTo(m, "debrief");
        before = framesOf("cleo");
        for (String name : GROUP) {
            ears.get(name).socket.does("check-norms", Map.of("kept", name.equals("eli") ? "few" : "all", "hard", 0));
        }
        assertThat(framesOf("cleo")).as("nor answers about the norms").isEqualTo(before);
        nobodySeesMoreThanTheOwn("lookbacks");
        nobodySeesMoreThanTheOwn("flags");
        nobodySeesMoreThanTheOwn("voices");
        someLookAround(m, "ana", "dee", "gus", "cleo");
        ears.get("ana").socket.does("close-room", Map.of("reason", "The bell rang."));
        Wire.await("the end", () -> m.live().setting().status() == Entity.Status.CLOSED);
        nobodySeesMoreThanTheOwn("flags");
        nobodySeesMoreThanTheOwn("lookbacks");
        nobodySeesMoreThanTheOwn("voices");
        m.isConsistent();
    }

    private boolean hasTheFloor(String name) {
        return ears.get(name).socket.collection("turns").values().stream().anyMatch(turns -> turns.path("speaking")
                .toString()
                .contains(ears.get(name).socket.you()));
    }
}
