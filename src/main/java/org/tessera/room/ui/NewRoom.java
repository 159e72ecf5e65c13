package org.tessera.room.ui;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.material.MaterialId;
import org.tessera.protocol.Budget;
import org.tessera.protocol.Fit;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.protocol.Timing;
import org.tessera.room.RoomDraft;
import org.tessera.room.RoomDraft.BroughtText;
import org.tessera.room.RoomDraft.TimePlan;

/** A meeting as the form knows it, while somebody types. */
final class NewRoom {

    private @Nullable Pack pack;
    private String title = "";
    private @Nullable LocalDateTime when;
    private @Nullable LocalDateTime due;
    private Map<PersonId, Role> roles = Map.of();
    private int minutes;
    private int people;
    private String focus = "";
    private String meetingUrl = "";
    private String norms = "";
    private List<BroughtText> texts = List.of();

    /**
     * The draft this makes.
     *
     * @param zone where the person's clock stands
     * @param suggested the norms as they were shown first: unchanged, they stay in all the languages they are known in
     */
    RoomDraft draft(TeamId team, List<MaterialId> materials, boolean takesTexts, ZoneId zone, String suggested) {
        Pack chosen = Objects.requireNonNull(pack);
        return new RoomDraft(
                team,
                title.strip(),
                chosen.ref(),
                roles,
                Optional.ofNullable(when).map(time -> time.atZone(zone).toInstant()),
                given(meetingUrl),
                given(focus),
                norms.strip().equals(suggested) ? List.of() : lines(norms),
                materials,
                takesTexts ? texts : List.of(),
                plan(chosen),
                Optional.ofNullable(due).filter(_ -> asksForPreWork(chosen)).map(time -> time.atZone(zone)
                        .toInstant()));
    }

    /** People who do not divide into the protocol's groups meet all the same, in the time the protocol takes. */
    private Optional<TimePlan> plan(Pack chosen) {
        return Budget.fitAnyhow(chosen, people, Duration.ofMinutes(minutes)) instanceof Fit.Planned
                ? Optional.of(new TimePlan(minutes, people))
                : Optional.empty();
    }

    /** Whether {@code pack} has work that is done before the meeting. */
    static boolean asksForPreWork(Pack pack) {
        return pack.phases().stream().anyMatch(phase -> phase.timing() == Timing.BEFORE);
    }

    /** Norms as they are shown, one a line. */
    static String lines(List<Text> norms, Locale language) {
        return String.join("\n", norms.stream().map(norm -> norm.in(language)).toList());
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }

    @Nullable
    Pack getPack() {
        return pack;
    }

    void setPack(@Nullable Pack pack) {
        this.pack = pack;
    }

    String getTitle() {
        return title;
    }

    void setTitle(String title) {
        this.title = title;
    }

    @Nullable
    LocalDateTime getWhen() {
        return when;
    }

    void setWhen(@Nullable LocalDateTime when) {
        this.when = when;
    }

    @Nullable
    LocalDateTime getDue() {
        return due;
    }

    void setDue(@Nullable LocalDateTime due) {
        this.due = due;
    }

    Map<PersonId, Role> getRoles() {
        return roles;
    }

    void setRoles(Map<PersonId, Role> roles) {
        this.roles = roles;
    }

    int getMinutes() {
        return minutes;
    }

    void setMinutes(int minutes) {
        this.minutes = minutes;
    }

    int getPeople() {
        return people;
    }

    void setPeople(int people) {
        this.people = people;
    }

    String getFocus() {
        return focus;
    }

    void setFocus(String focus) {
        this.focus = focus;
    }

    String getMeetingUrl() {
        return meetingUrl;
    }

    void setMeetingUrl(String meetingUrl) {
        this.meetingUrl = meetingUrl;
    }

    String getNorms() {
        return norms;
    }

    void setNorms(String norms) {
        this.norms = norms;
    }

    List<BroughtText> getTexts() {
        return texts;
    }

    void setTexts(List<BroughtText> texts) {
        this.texts = texts;
    }
}
