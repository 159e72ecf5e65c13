package org.tessera.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.tessera.account.DemoDistrict;
import org.tessera.account.SignedIn;
import org.tessera.clock.HandClock;
import org.tessera.room.RoomCommand.*;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One meeting of the demo, held step by step as its script says. A refusal is a mistake in the script, and fails. */
final class DemoMeeting {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Rooms rooms;
    private final HandClock clock;
    private final RoomId room;
    private final DemoDistrict demo;
    private final JsonNode script;
    private final Map<String, MemberId> members = new LinkedHashMap<>();
    private final Map<String, UUID> notes = new HashMap<>();
    private final Map<String, String> authors = new HashMap<>();
    private final List<UUID> groups = new ArrayList<>();

    DemoMeeting(Rooms rooms, HandClock clock, RoomId room, DemoDistrict demo, JsonNode script) {
        this.rooms = rooms;
        this.clock = clock;
        this.room = room;
        this.demo = demo;
        this.script = script;
    }

    void hold() {
        script.path("roles").properties().forEach(entry -> members.put(entry.getKey(), enter(entry.getKey())));
        members.keySet().forEach(name -> does(name, new AgreeNorms()));
        for (JsonNode step : script.path("steps")) {
            step(step);
        }
        does(facilitator(), new CloseRoom());
    }

    private MemberId enter(String name) {
        var person = demo.person(name);
        SignedIn visitor = new SignedIn(person.id(), person.name(), false, null, person.locale());
        return switch (rooms.enter(room, visitor)) {
            case Admission.Entered entered -> entered.member();
            case Admission.Unknown _, Admission.Elsewhere _ -> throw new IllegalStateException(name + " is not let in");
        };
    }

    private String facilitator() {
        return members.keySet().iterator().next();
    }

    private void step(JsonNode step) {
        if (step.has("pairs")) {
            List<List<UUID>> pairs = new ArrayList<>();
            step.path("pairs")
                    .forEach(pair -> pairs.add(
                            pair.valueStream().map(name -> member(name).value()).toList()));
            does(facilitator(), new FormGroups(pairs));
        }
        does(facilitator(), new StartPhase(step.path("phase").asString()));
        Duration length = Duration.ofMinutes(step.path("minutes").asInt());
        clock.advance(length.dividedBy(2));
        step.path("notes").forEach(this::write);
        step.path("post")
                .forEach(text -> does(Objects.requireNonNull(authors.get(text.asString())), new PostNote(note(text))));
        step.path("groups").forEach(this::group);
        name(step.path("names"));
        step.path("votes").forEach(vote -> vote.path("groups")
                .forEach(group -> does(vote.path("who").asString(), new CastVote(groups.get(group.asInt())))));
        draft(step.path("drafts"));
        if (step.has("statement")) {
            write(step.path("statement").path("who").asString(), whole(), step.path("statement"));
        }
        step.path("answers")
                .properties()
                .forEach(answer -> does(
                        answer.getKey(),
                        new AnswerCheck(whole(), answer.getValue().asInt())));
        step.path("goals")
                .forEach(goal -> does(
                        goal.path("who").asString(),
                        new AddGoal(UUID.randomUUID(), goal.path("text").asString())));
        clock.advance(length.minus(length.dividedBy(2)));
    }

    private void write(JsonNode note) {
        UUID id = UUID.randomUUID();
        String text = note.path("text").asString();
        String who = note.path("who").asString();
        notes.put(text, id);
        authors.put(text, who);
        does(who, new AddNote(id, text, note.path("kind").asStringOpt().orElse(null), null, null, false));
    }

    private UUID note(JsonNode text) {
        return Objects.requireNonNull(notes.get(text.asString()), text.asString());
    }

    private void group(JsonNode group) {
        UUID id = UUID.randomUUID();
        groups.add(id);
        does(
                group.path("who").asString(),
                new GroupNotes(
                        id, group.path("notes").valueStream().map(this::note).toList()));
    }

    private void name(JsonNode names) {
        for (int i = 0; i < names.size(); i++) {
            does(facilitator(), new NameGroup(groups.get(i), names.get(i).asString()));
        }
    }

    private void draft(JsonNode drafts) {
        for (JsonNode draft : drafts) {
            String who = draft.path("who").asString();
            UUID own = rooms.read(room, state -> state.statements().stream()
                    .filter(s -> s.people().contains(members.get(who)))
                    .map(Entity.Statement::id)
                    .findFirst()
                    .orElseThrow());
            write(who, own, draft);
        }
    }

    private void write(String who, UUID statement, JsonNode text) {
        String changes =
                JSON.writeValueAsString(List.of(List.of(0, text.path("text").asString())));
        does(who, new EditStatement(statement, 0, changes));
    }

    private UUID whole() {
        return rooms.read(room, state -> state.groupStatement().orElseThrow().id());
    }

    private MemberId member(JsonNode name) {
        return Objects.requireNonNull(members.get(name.asString()), name.asString());
    }

    private void does(String name, OfSeat command) {
        MemberId member = Objects.requireNonNull(members.get(name), name);
        if (rooms.give(room, member, command) instanceof Outcome.No no) {
            throw new IllegalStateException(name + " may not " + command + ": " + no.reason());
        }
    }
}
