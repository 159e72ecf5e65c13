package org.tessera.room;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tessera.account.Accounts;
import org.tessera.account.DemoDistrict;
import org.tessera.account.DemoPart;
import org.tessera.account.PersonId;
import org.tessera.clock.AlarmClock;
import org.tessera.clock.HandClock;
import org.tessera.material.Intake;
import org.tessera.material.Material;
import org.tessera.material.MaterialDraft;
import org.tessera.material.MaterialId;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.material.PrivacyStatement;
import org.tessera.material.ProgressListener;
import org.tessera.protocol.OwnProtocols;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.yaml.YamlFile;
import tools.jackson.databind.JsonNode;

/**
 * The demo team's meetings of {@code seeds/demo/meetings.yaml}. Those of the past are held through the same rules and
 * rooms as any other, on a clock that stands in the past and is put forward as the meeting goes on.
 */
@Component
@Order(100)
@ConditionalOnBooleanProperty("tessera.demo")
class DemoMeetings implements DemoPart {

    /** Half past three in the afternoon on the east coast of the United States, in UTC. */
    private static final LocalTime AFTER_SCHOOL = LocalTime.of(20, 30);

    private static final String FOLDER = "/seeds/demo/";

    private final Rooms rooms;
    private final RoomStore store;
    private final ObjectProvider<YieldKeeper> keepers;
    private final Accounts accounts;
    private final Protocols protocols;
    private final OwnProtocols own;
    private final Materials materials;
    private final TeamNorms norms;
    private final AlarmClock clock;

    DemoMeetings(
            Rooms rooms,
            RoomStore store,
            ObjectProvider<YieldKeeper> keepers,
            Accounts accounts,
            Protocols protocols,
            OwnProtocols own,
            Materials materials,
            TeamNorms norms,
            AlarmClock clock) {
        this.rooms = rooms;
        this.store = store;
        this.keepers = keepers;
        this.accounts = accounts;
        this.protocols = protocols;
        this.own = own;
        this.materials = materials;
        this.norms = norms;
        this.clock = clock;
    }

    @Override
    public void addTo(DemoDistrict demo) {
        PersonId ana = demo.person("ana").id();
        if (rooms.roomsOf(ana).stream()
                .anyMatch(room -> room.team().equals(demo.team().id()))) {
            return;
        }
        JsonNode meetings =
                YamlFile.read("meetings.yaml", text("meetings.yaml")).content();
        meetings.path("past").forEach(meeting -> hold(demo, meeting));
        prepareToday(demo, meetings.path("today"));
    }

    private void hold(DemoDistrict demo, JsonNode meeting) {
        Instant start = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .minusDays(meeting.path("daysAgo").asInt())
                .with(AFTER_SCHOOL)
                .toInstant();
        try (HandClock then = HandClock.at(start);
                LiveRooms open = new LiveRooms(store, then, keepers)) {
            Rooms thenRooms = new Rooms(store, open, accounts, protocols, own, materials, norms, then);
            RoomDraft draft = draft(demo, meeting, Optional.of(start), List.of());
            new DemoMeeting(
                            thenRooms,
                            then,
                            thenRooms.prepare(draft, demo.person("ana").id()),
                            demo,
                            meeting)
                    .hold();
        }
    }

    private void prepareToday(DemoDistrict demo, JsonNode meeting) {
        Instant start = clock.instant()
                .plus(Duration.ofMinutes(meeting.path("inMinutes").asInt()));
        List<MaterialId> brought = List.of(
                bring(demo, MaterialKind.WORK, meeting.path("work")),
                bring(demo, MaterialKind.CONTEXT, meeting.path("context")));
        rooms.prepare(
                draft(demo, meeting, Optional.of(start), brought),
                demo.person("ana").id());
    }

    private MaterialId bring(DemoDistrict demo, MaterialKind kind, JsonNode file) {
        String name = file.path("file").asString();
        MaterialDraft draft = new MaterialDraft(
                demo.team().id(),
                demo.person("ben").id(),
                file.path("title").asString(),
                kind,
                PrivacyStatement.NO_NAME_OR_CONSENT);
        try (InputStream bytes = resource(name)) {
            return switch (materials.take(draft, name, bytes, ProgressListener.NONE)) {
                case Intake.Accepted accepted -> id(accepted.material());
                case Intake.Refused refused -> throw new IllegalStateException(name + ": " + refused.why());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MaterialId id(Material material) {
        return material.id();
    }

    private RoomDraft draft(DemoDistrict demo, JsonNode meeting, Optional<Instant> at, List<MaterialId> brought) {
        Map<PersonId, Role> roles = new LinkedHashMap<>();
        meeting.path("roles")
                .properties()
                .forEach(entry -> roles.put(
                        demo.person(entry.getKey()).id(),
                        Role.of(entry.getValue().asString())));
        return new RoomDraft(
                demo.team().id(),
                meeting.path("title").asString(),
                protocols.latest(meeting.path("pack").asString()).ref(),
                roles,
                at,
                meeting.path("meetingUrl").asStringOpt(),
                Optional.of(meeting.path("focus").asString()),
                List.of(),
                brought,
                List.of());
    }

    private static String text(String name) {
        try (InputStream bytes = resource(name)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(DemoMeetings.class.getResourceAsStream(FOLDER + name), name);
    }
}
