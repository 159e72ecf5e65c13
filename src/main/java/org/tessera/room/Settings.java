package org.tessera.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tessera.protocol.Text;
import org.tessera.room.Entity.Focus;
import org.tessera.room.Entity.Setting;
import org.tessera.room.Entity.Status;
import org.tessera.room.RoomEvent.MeetingChanged;

/** How the room's own entity changes. */
final class Settings {

    private Settings() {}

    static Setting focus(Setting s, String text, MemberId by) {
        int version = s.focus().map(Focus::version).orElse(0) + 1;
        return with(s, s.status(), Optional.of(new Focus(text, version, by)), s.phase(), s.startedAt(), s.closedAt());
    }

    static Setting running(Setting s, String phase, Instant at) {
        return with(
                s,
                Status.RUNNING,
                s.focus(),
                Optional.of(phase),
                s.startedAt().or(() -> Optional.of(at)),
                s.closedAt());
    }

    static Setting between(Setting s) {
        return with(s, s.status(), s.focus(), Optional.empty(), s.startedAt(), s.closedAt());
    }

    static Setting closed(Setting s, Instant at) {
        return with(s, Status.CLOSED, s.focus(), Optional.empty(), s.startedAt(), Optional.of(at));
    }

    static Setting norms(Setting s, List<Text> norms) {
        return new Setting(
                s.id(),
                s.team(),
                s.title(),
                s.pack(),
                s.status(),
                s.meetingUrl(),
                s.focus(),
                norms,
                s.phase(),
                s.startedAt(),
                s.closedAt(),
                s.scheduledAt(),
                s.cancelReason());
    }

    static Setting arranged(Setting s, MeetingChanged e) {
        return new Setting(
                s.id(),
                s.team(),
                e.title(),
                s.pack(),
                s.status(),
                e.meetingUrl(),
                s.focus(),
                e.norms(),
                s.phase(),
                s.startedAt(),
                s.closedAt(),
                e.scheduledAt(),
                s.cancelReason());
    }

    /** Of a meeting that was cancelled nothing had begun that is still told of, even if people had worked alone for it. */
    static Setting cancelled(Setting s, Instant at, Optional<String> reason) {
        Setting closed = closed(s, at);
        return new Setting(
                closed.id(),
                closed.team(),
                closed.title(),
                closed.pack(),
                closed.status(),
                closed.meetingUrl(),
                closed.focus(),
                closed.norms(),
                closed.phase(),
                Optional.empty(),
                closed.closedAt(),
                closed.scheduledAt(),
                reason);
    }

    private static Setting with(
            Setting s,
            Status status,
            Optional<Focus> focus,
            Optional<String> phase,
            Optional<Instant> startedAt,
            Optional<Instant> closedAt) {
        return new Setting(
                s.id(),
                s.team(),
                s.title(),
                s.pack(),
                status,
                s.meetingUrl(),
                focus,
                s.norms(),
                phase,
                startedAt,
                closedAt,
                s.scheduledAt(),
                s.cancelReason());
    }
}
