-- The unique index on command ids goes: ids are random, so each row dirtied a page of its own, and keeping the index
-- was a third of what a row costs the server. A command is there once because its only writer knows every id of its
-- journal, and nobody else can write: an insert checks head and epoch, and the primary key admits one row a sequence.
-- Reading a journal finds an id that is there twice. The views index ids for people.
drop index if exists journal_row_command;
