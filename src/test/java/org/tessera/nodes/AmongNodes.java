package org.tessera.nodes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.ApplicationEventPublisher;
import org.tessera.account.SignInEnded;
import org.tessera.account.SignIns;
import org.tessera.clock.AlarmClock;
import org.tessera.room.OpenRooms;

/** Makes an application one node of several: what another node says is heard, and what it does not say is looked for. */
public final class AmongNodes implements AutoCloseable {

    private final List<Object> retold = new CopyOnWriteArrayList<>();
    private final Telling telling;
    private final Hearing hearing;
    private final Rounds rounds;

    /** Makes it so with what the application is made of. */
    public AmongNodes(
            DSLContext db, OpenRooms rooms, SignIns signIns, AlarmClock clock, ApplicationEventPublisher events) {
        Node node = new Node("jdbc:mariadb://db.example.org/tessera");
        NodeStore store = new NodeStore(db);
        telling = new Telling(node, store, _ -> {});
        hearing = new Hearing(node, store, rooms, event -> {
            retold.add(event);
            events.publishEvent(event);
        });
        rounds = new Rounds(node, store, telling, hearing, rooms, signIns, clock, new SimpleMessageListenerContainer());
    }

    /** Another node says that a sign-in has ended there. */
    public void hears(SignInEnded ended) {
        hearing.hear(new News(
                        "another",
                        News.Kind.SIGN_IN_ENDED,
                        ended.signIn().value(),
                        0,
                        Optional.of(ended.person().value()))
                .bytes());
    }

    /** What it does every second. */
    public void looks() {
        rounds.look();
    }

    /** What happened on other nodes, as it was told here. */
    public List<Object> retold() {
        return retold;
    }

    @Override
    public void close() throws InterruptedException {
        telling.destroy();
    }
}
