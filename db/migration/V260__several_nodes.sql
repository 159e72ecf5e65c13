-- Several servers of one installation ("nodes") share this database.

-- How often anonymous notes were written in a room, which stands in no log: whoever ends their writing must have read
-- what came in on other nodes too.
alter table room
    add column unheard bigint not null default 0;

-- Which node a person sat at; empty where there is only one. A node ends no stay of another.
alter table room_presence
    add column node varchar(36) not null default '';

-- The nodes that run. One that has not been seen for a while is dead, and others tidy up after it.
create table node
(
    id      varchar(36) not null primary key,
    seen_at datetime(6) not null
);

-- Who is in a room over which node: a list of lines (devices), each a list of pseudonyms.
create table node_room
(
    room_id uuid        not null,
    node_id varchar(36) not null,
    present json        not null,
    primary key (room_id, node_id),
    key node_room_node (node_id),
    constraint node_room_room_fk foreign key (room_id) references room (id)
);

-- Other nodes look every second for sign-ins that have just ended.
alter table sign_in
    add key sign_in_ended (ended_at);
