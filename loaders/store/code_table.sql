-- A table of codes, for each of CODE_TABLES (loaders/codes.py).
create table {name} (
    code varchar primary key,
    label_ja varchar not null,
    symbol varchar not null,
    position integer not null unique,
    meaning varchar not null{more}
);
comment on table {name} is {means};
comment on column {name}.code is 'the value as other tables hold it';
comment on column {name}.label_ja is 'its Japanese word';
comment on column {name}.symbol is 'its sign; empty where it has none';
comment on column {name}.position is 'its order on screen, from 1';
comment on column {name}.meaning is 'what it means, in Japanese; empty where the word says all';
