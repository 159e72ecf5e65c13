package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.tessera.protocol.Role;

/** Who has agreed to the norms, in a sentence. */
final class Agreement {

    private Agreement() {}

    static String sentence(Component speaker, RoomPicture picture) {
        List<PersonPicture> asked = asked(picture);
        List<String> agreed = asked.stream()
                .filter(PersonPicture::agreed)
                .map(person -> person.id().equals(picture.you()) ? speaker.getTranslation("room.you") : person.name())
                .toList();
        if (agreed.isEmpty()) {
            return speaker.getTranslation("room.norms.nobody");
        }
        return agreed.size() == asked.size()
                ? speaker.getTranslation("room.norms.all")
                : speaker.getTranslation("room.norms.some", Names.together(speaker, agreed));
    }

    static long count(RoomPicture picture) {
        return asked(picture).stream().filter(PersonPicture::agreed).count();
    }

    /** Everybody who takes part; who only watches need not agree. */
    static List<PersonPicture> asked(RoomPicture picture) {
        return picture.people().stream()
                .filter(person -> person.role() != Role.COACH)
                .toList();
    }
}
