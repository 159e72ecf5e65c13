package org.tessera.room;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;

import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tessera.account.Accounts;
import org.tessera.protocol.Protocols;
import org.tessera.room.RoomCommand.AddNote;
import org.tessera.room.RoomCommand.StartPhase;
import org.tessera.support.AppTest;

/** A database that refuses what somebody wrote repeats it in its message; the log does not. */
@AppTest
@ExtendWith(OutputCaptureExtension.class)
class RefusedWordsTest {

    @Autowired
    private Rooms rooms;

    @Autowired
    private LiveRooms live;

    @Autowired
    private RoomStore store;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Protocols protocols;

    @Autowired
    private DSLContext db;

    @Test
    void are_not_in_the_log(CapturedOutput output) {
        Meeting m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .running("post-it-vision");
        String typed = "typed" + UUID.randomUUID().toString().replace("-", "");
        LiveRoom room = live.find(m.id).orElseThrow();
        assertThat(gives(room, m.member("ana"), new StartPhase("words"))).isEqualTo(new Outcome.Done());
        execute("create trigger refuse_words before insert on room_event_payload for each row begin"
                + " declare told varchar(400);"
                + " if locate('" + typed + "', new.payload) > 0 then"
                + " set told = concat('refused: ', right(new.payload, 380));"
                + " signal sqlstate '45000' set message_text = told;"
                + " end if; end");
        try {
            Outcome answer =
                    gives(room, m.member("ben"), new AddNote(UUID.randomUUID(), typed, null, null, null, false));

            assertThat(answer).isEqualTo(new Outcome.No(Refusal.BUSY));
            assertThat(output.getAll())
                    .contains("storing in room " + m.id + " failed", "SQL state 45000, code 1644")
                    .doesNotContain(typed);
        } finally {
            execute("drop trigger refuse_words");
        }
    }

    private static Outcome gives(LiveRoom room, MemberId by, RoomCommand.OfSeat command) {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        room.give(command, UUID.randomUUID(), by, answer::complete);
        return answer.orTimeout(30, SECONDS).join();
    }

    private void execute(String sql) {
        db.connection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }
}
