package org.tessera.nodes;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tessera.account.PersonId;
import org.tessera.account.SignInEnded;
import org.tessera.account.SignInId;
import org.tessera.failure.Failures;
import org.tessera.material.MaterialHeld;
import org.tessera.material.MaterialId;
import org.tessera.room.OpenRooms;
import org.tessera.room.RoomId;

/** Does what the news of another node calls for. */
@Component
@Profile("cluster")
class Hearing {

    private static final Logger log = LoggerFactory.getLogger(Hearing.class);

    /** What is told again here goes round no second time. */
    private static final ScopedValue<Boolean> RETELLING = ScopedValue.newInstance();

    private final Node node;
    private final NodeStore store;
    private final OpenRooms rooms;
    private final ApplicationEventPublisher events;

    Hearing(Node node, NodeStore store, OpenRooms rooms, ApplicationEventPublisher events) {
        this.node = node;
        this.store = store;
        this.rooms = rooms;
        this.events = events;
    }

    /** Whether what is happening on this thread happened on another node. */
    static boolean isRetelling() {
        return RETELLING.isBound();
    }

    void hear(byte[] message) {
        News.read(message).filter(news -> !news.node().equals(node.node())).ifPresent(news -> {
            try {
                hear(news);
            } catch (RuntimeException e) {
                // the next round looks for itself
                log.warn("What another node said of {} could not be followed: {}", news.kind(), Failures.told(e));
            }
        });
    }

    private void hear(News news) {
        switch (news.kind()) {
            case WRITTEN -> rooms.heard(new RoomId(news.about()), news.number());
            case ATTENDED -> {
                RoomId room = new RoomId(news.about());
                if (rooms.ids().contains(room)) {
                    rooms.elsewhere(
                            room, store.present(node.node(), List.of(room)).getOrDefault(room, List.of()));
                }
            }
            case SIGN_IN_ENDED ->
                news.person()
                        .ifPresent(person -> retell(new SignInEnded(new SignInId(news.about()), new PersonId(person))));
            case MATERIAL_HELD -> retell(new MaterialHeld(new MaterialId(news.about())));
        }
    }

    /** Lets everything on this node know of something that happened on another. */
    void retell(Object event) {
        ScopedValue.where(RETELLING, true).run(() -> events.publishEvent(event));
    }
}
