-- When who was in a meeting: from when to when a person sat in a room while a step of the meeting itself ran. What happens
-- before, after, in pauses and in people's own time is not kept. Whose pseudonym it is stands in room_person alone.
create table room_presence
(
    id        bigint      not null auto_increment primary key,
    room_id   uuid        not null,
    member_id uuid        not null,
    from_at   datetime(6) not null,
    -- nothing while the person is there
    until_at  datetime(6) null,
    key room_presence_member (room_id, member_id),
    constraint room_presence_room_fk foreign key (room_id) references room (id)
);
