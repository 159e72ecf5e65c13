package org.tessera.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tessera.db.Tables.DEVICE_SEAT;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.support.StoreTest;

@StoreTest
class DeviceSeatsTest {

    private final DSLContext db;
    private final People people;
    private final DeviceSeats seats;
    private final SignIns signIns;
    private final UUID room = UUID.randomUUID();

    DeviceSeatsTest(DSLContext db) {
        this.db = db;
        people = new People(db);
        seats = new DeviceSeats(new DeviceSeatStore(db), people.passwords, people.clock);
        signIns = new SignIns(new SignInStore(db), people.clock, event -> seats.on((SignInEnded) event));
    }

    private SignInId device() {
        return signIns.open(people.add("Ana"), "Firefox", true).token().signIn();
    }

    private PersonId somebody() {
        return new PersonId(UUID.randomUUID());
    }

    @Nested
    class A_pin {

        @Test
        void opens_the_place_of_the_one_who_chose_it_and_no_other() {
            SignInId device = device();
            PersonId ana = somebody();
            PersonId cho = somebody();
            assertThat(seats.add(device, room, ana, false, "1111")).isTrue();
            assertThat(seats.add(device, room, cho, true, "22222222")).isTrue();

            assertThat(seats.check(device, room, ana, "1111")).isEqualTo(PinAnswer.RIGHT);
            assertThat(seats.check(device, room, cho, "22222222")).isEqualTo(PinAnswer.RIGHT);
            assertThat(seats.check(device, room, cho, "1111")).isEqualTo(PinAnswer.WRONG);
            assertThat(seats.check(device(), room, ana, "1111")).isEqualTo(PinAnswer.WRONG);
            assertThat(seats.check(device, UUID.randomUUID(), ana, "1111")).isEqualTo(PinAnswer.WRONG);
            assertThat(seats.check(device, room, somebody(), "1111")).isEqualTo(PinAnswer.WRONG);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "123", "123456789", "12 34", "abcd", "١٢٣٤"})
        void has_four_to_eight_digits(String typed) {
            assertThat(DeviceSeats.isPin(typed)).isFalse();
            assertThatThrownBy(() -> seats.add(device(), room, somebody(), true, typed))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void is_kept_as_a_slow_hash_only() {
            SignInId device = device();
            seats.add(device, room, somebody(), true, "40404040");

            assertThat(db.select(DEVICE_SEAT.PIN_HASH)
                            .from(DEVICE_SEAT)
                            .where(DEVICE_SEAT.SIGN_IN_ID.eq(device))
                            .fetchSingle()
                            .value1())
                    .startsWith("{argon2id}")
                    .doesNotContain("40404040");
        }

        @Test
        void may_be_guessed_five_times_and_then_once_a_minute() {
            SignInId device = device();
            PersonId ana = somebody();
            PersonId cho = somebody();
            seats.add(device, room, ana, false, "1111");
            seats.add(device, room, cho, true, "2222");
            for (int i = 0; i < 5; i++) {
                assertThat(seats.check(device, room, ana, "9999")).isEqualTo(PinAnswer.WRONG);
            }

            assertThat(seats.check(device, room, ana, "1111")).isEqualTo(PinAnswer.TOO_MANY);
            assertThat(seats.check(device, room, cho, "2222")).isEqualTo(PinAnswer.RIGHT);
            people.now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
            assertThat(seats.check(device, room, ana, "1111")).isEqualTo(PinAnswer.RIGHT);
        }

        @Test
        void of_somebody_who_does_not_sit_there_is_refused_in_the_same_way_and_as_often() {
            SignInId device = device();
            PersonId nobody = somebody();
            for (int i = 0; i < 5; i++) {
                assertThat(seats.check(device, room, nobody, "9999")).isEqualTo(PinAnswer.WRONG);
            }
            assertThat(seats.check(device, room, nobody, "9999")).isEqualTo(PinAnswer.TOO_MANY);
        }

        @Test
        void that_is_right_costs_no_try() {
            SignInId device = device();
            PersonId ana = somebody();
            seats.add(device, room, ana, false, "1111");
            for (int i = 0; i < 60; i++) {
                assertThat(seats.check(device, room, ana, "1111")).isEqualTo(PinAnswer.RIGHT);
            }
        }
    }

    @Nested
    class People_at_a_device {

        @Test
        void are_told_in_the_order_of_their_coming_for_each_room() {
            SignInId device = device();
            PersonId ana = somebody();
            PersonId cho = somebody();
            seats.add(device, room, ana, false, "1111");
            people.now.updateAndGet(now -> now.plusSeconds(1));
            seats.add(device, room, cho, true, "2222");

            assertThat(seats.of(device, room)).extracting(DeviceSeat::person).containsExactly(ana, cho);
            assertThat(seats.of(device, room)).extracting(DeviceSeat::guest).containsExactly(false, true);
            assertThat(seats.of(device, UUID.randomUUID())).isEmpty();
            assertThat(seats.roomsOf(device)).containsExactly(room);
        }

        @Test
        void sit_there_once_and_are_twelve_at_most() {
            SignInId device = device();
            PersonId ana = somebody();
            assertThat(seats.add(device, room, ana, false, "1111")).isTrue();
            assertThat(seats.add(device, room, ana, false, "2222")).isFalse();
            for (int i = 1; i < DeviceSeats.MOST; i++) {
                assertThat(seats.add(device, room, somebody(), true, "2222")).isTrue();
            }
            assertThat(seats.add(device, room, somebody(), true, "2222")).isFalse();
            assertThat(seats.check(device, room, ana, "1111")).isEqualTo(PinAnswer.RIGHT);
        }

        @Test
        void are_gone_when_they_leave_and_when_the_sign_in_ends() {
            SignInId device = device();
            PersonId ana = somebody();
            PersonId cho = somebody();
            seats.add(device, room, ana, false, "1111");
            seats.add(device, room, cho, true, "2222");
            seats.remove(device, room, cho);
            assertThat(seats.of(device, room)).extracting(DeviceSeat::person).containsExactly(ana);

            signIns.end(device);
            assertThat(seats.of(device, room)).isEmpty();
        }

        @Test
        void of_a_sign_in_that_time_has_ended_are_cleared_away_when_the_next_one_sits_down() {
            SignInId old = device();
            seats.add(old, room, somebody(), true, "1111");
            people.now.updateAndGet(now -> now.plus(SignIns.LONGEST).plusSeconds(1));

            seats.add(device(), room, somebody(), true, "1111");

            assertThat(seats.of(old, room)).isEmpty();
        }
    }

    @Test
    void what_was_left_behind_waits_for_its_person_and_can_be_taken_away() {
        SignInId device = device();
        PersonId ana = somebody();
        seats.add(device, room, ana, false, "1111");
        assertThat(seats.of(device, room).getFirst().hasLeftWords()).isFalse();

        seats.leaveBehind(device, room, ana, Optional.of(new byte[] {1, 2, 3}));
        assertThat(seats.leftBehind(device, room, ana).orElseThrow()).containsExactly(1, 2, 3);
        assertThat(seats.of(device, room).getFirst().hasLeftWords()).isTrue();

        seats.leaveBehind(device, room, ana, Optional.empty());
        assertThat(seats.leftBehind(device, room, ana)).isEmpty();
    }
}
