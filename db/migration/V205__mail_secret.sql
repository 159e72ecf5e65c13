-- What stands in a letter only while it is on its way, and is forgotten once it is sent or given up: a link that opens an account.
alter table mail_outbox
    add column secret varchar(300) null;
