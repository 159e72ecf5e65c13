package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tessera.protocol.Role;
import org.tessera.room.MemberId;

/** What has happened, in words for everybody in the room. */
final class Sentences {

    private static final Set<String> TOLD = Set.of(
            "role-assigned",
            "time-asked",
            "overridden",
            "phase-paused",
            "phase-resumed",
            "time-ran-out",
            "pairs-formed",
            "group-joined",
            "meeting-changed",
            "material-brought");

    private final Component speaker;

    Sentences(Component speaker) {
        this.speaker = speaker;
    }

    /** Whether there may be a sentence for it. */
    static boolean tells(Happening happening) {
        return TOLD.contains(happening.type());
    }

    /** The sentence for what the page would otherwise not explain; nothing for what is seen anyway. */
    Optional<String> of(Happening happening, RoomPicture picture) {
        if (!tells(happening)) {
            return Optional.empty();
        }
        return switch (happening.type()) {
            case "role-assigned" -> Optional.of(roleAssigned(happening, picture));
            case "time-asked" ->
                isMe(happening.by(), picture)
                        ? Optional.of(say("room.news.time.me"))
                        : Optional.of(say("room.news.time", name(happening.by(), picture)));
            case "overridden" -> Optional.of(say("room.news.exception", name(happening.by(), picture)));
            case "phase-paused" -> Optional.of(say("room.news.paused"));
            case "phase-resumed" -> Optional.of(say("room.news.resumed"));
            case "time-ran-out" -> Optional.of(say("room.news.locked"));
            case "pairs-formed" -> Optional.of(pairs(picture));
            case "group-joined" -> joined(happening, picture);
            case "meeting-changed" -> by(happening, "room.news.meeting", picture);
            case "material-brought" -> by(happening, "room.news.material", picture);
            default -> throw new IllegalStateException("there is no sentence for " + happening.type());
        };
    }

    /** What somebody else did; what one did oneself is seen. */
    private Optional<String> by(Happening happening, String key, RoomPicture picture) {
        String name = isMe(happening.by(), picture) ? "" : name(happening.by(), picture);
        return name.isEmpty() ? Optional.empty() : Optional.of(say(key, name));
    }

    private String roleAssigned(Happening happening, RoomPicture picture) {
        boolean me = isMe(happening.person(), picture);
        String name = name(happening.person(), picture);
        if (!happening.role().equals(Role.FACILITATOR.word())) {
            String role = say("role." + happening.role());
            return me ? say("room.news.role.me", role) : say("room.news.role", name, role);
        }
        if (happening.why().equals("taken_back")) {
            return me ? say("room.news.back.me") : say("room.news.back", name);
        }
        if (happening.why().equals("succession")) {
            return me ? say("room.news.succession.me") : say("room.news.succession", name);
        }
        return me ? say("room.news.facilitator.me") : say("room.news.facilitator", name);
    }

    private String pairs(RoomPicture picture) {
        String partners = partners(picture);
        return partners.isEmpty() ? say("room.news.pairs") : say("room.news.pairs.me", partners);
    }

    /** Somebody came into a small group: news for that person and for those who were there, and nobody else. */
    private Optional<String> joined(Happening happening, RoomPicture picture) {
        if (isMe(happening.person(), picture)) {
            String partners = partners(picture);
            return partners.isEmpty() ? Optional.empty() : Optional.of(say("room.news.group.me", partners));
        }
        return picture.partnersOf(picture.you()).stream()
                .filter(partner -> partner.id().toString().equals(happening.person()))
                .findFirst()
                .map(partner -> say("room.news.group", partner.name()));
    }

    private String partners(RoomPicture picture) {
        return Names.together(
                speaker,
                picture.partnersOf(picture.you()).stream()
                        .map(PersonPicture::name)
                        .toList());
    }

    private static boolean isMe(String person, RoomPicture picture) {
        return picture.you().toString().equals(person);
    }

    private static String name(String person, RoomPicture picture) {
        return person.isEmpty() ? "" : picture.nameOf(new MemberId(UUID.fromString(person)));
    }

    private String say(String key, Object... values) {
        return speaker.getTranslation(key, values);
    }
}
