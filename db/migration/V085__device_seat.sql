-- Several people at one browser in one room, each with a PIN. left_behind is what a person was typing when the device was
-- handed on, encrypted with a key that is not in the database.
create table device_seat (
    sign_in_id  uuid         not null,
    room_id     uuid         not null,
    person_id   uuid         not null,
    is_guest    boolean      not null,
    pin_hash    varchar(255) not null,
    left_behind mediumblob,
    seated_at   datetime(6)  not null,
    primary key (sign_in_id, room_id, person_id),
    key device_seat_person (person_id),
    constraint device_seat_sign_in foreign key (sign_in_id) references sign_in (id)
);
