package org.tessera.nodes;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tessera.account.SignInEnded;
import org.tessera.failure.Failures;
import org.tessera.material.MaterialHeld;
import org.tessera.room.RoomId;

/**
 * Tells the other nodes what happened here, on a thread of its own. A broker that is away costs what waits, and nothing else:
 * the others look for themselves every second.
 */
@Component
@Profile("cluster")
class Telling implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Telling.class);
    private static final int MOST = 1_000;

    private final Node node;
    private final NodeStore store;
    private final Post post;
    private final Queue<News> others = new ArrayBlockingQueue<>(MOST);
    private final Semaphore news = new Semaphore(0);
    private final Thread teller;
    private volatile boolean open = true;
    private boolean reached = true;

    Telling(Node node, NodeStore store, Post post) {
        this.node = node;
        this.store = store;
        this.post = post;
        this.teller = Thread.ofVirtual().name("node-telling").start(this::tell);
        node.whenThereIsNews(news::release);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(SignInEnded ended) {
        if (!Hearing.isRetelling()) {
            add(new News(
                    node.node(),
                    News.Kind.SIGN_IN_ENDED,
                    ended.signIn().value(),
                    0,
                    Optional.of(ended.person().value())));
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(MaterialHeld held) {
        if (!Hearing.isRetelling()) {
            add(News.of(node.node(), News.Kind.MATERIAL_HELD, held.material().value()));
        }
    }

    private void add(News what) {
        if (!others.offer(what)) {
            log.warn("Too much waits to be told to other nodes: {} is left to their own looking", what.kind());
        }
        news.release();
    }

    private void tell() {
        while (open) {
            try {
                news.acquire();
            } catch (InterruptedException e) {
                return;
            }
            news.drainPermits();
            node.takeWritten()
                    .forEach((room, seq) ->
                            send(new News(node.node(), News.Kind.WRITTEN, room.value(), seq, Optional.empty())));
            node.takeMoved().forEach(this::moved);
            for (News next = others.poll(); next != null; next = others.poll()) {
                send(next);
            }
        }
    }

    /** Who is where is kept first: the others read it there. */
    private void moved(RoomId room) {
        try {
            store.attend(node.node(), room, node.people(room));
        } catch (RuntimeException e) {
            log.warn("Who is in room {} could not be kept yet: {}", room, Failures.told(e));
            node.untold(room);
            return;
        }
        send(News.of(node.node(), News.Kind.ATTENDED, room.value()));
    }

    private void send(News what) {
        try {
            post.send(what);
            if (!reached) {
                log.info("RabbitMQ is back");
                reached = true;
            }
        } catch (AmqpException e) {
            if (reached) {
                log.warn("RabbitMQ is away; nodes look for themselves every second: {}", e.toString());
                reached = false;
            }
        }
    }

    /** Tells again what could not be kept. */
    void again() {
        news.release();
    }

    @Override
    public void destroy() throws InterruptedException {
        open = false;
        news.release();
        teller.join(2_000);
        store.forget(node.node());
    }
}
