-- What is to happen next with an initiative after a year. A step keeps its mark from act to act; its latest revision holds.
create table step (
    step_row_id integer primary key,
    revision integer not null references revision (revision),
    step text not null check (step <> ''), -- made when it is first said
    plan_id integer not null,
    number integer not null, -- of the initiative when it was said
    named text not null, -- what the initiative was called then: a later edition may number it otherwise
    year integer not null, -- fiscal year of whose evaluation or plan it follows
    what text not null check (what <> ''),
    whose text not null, -- '' where nobody is named
    due text check (due is null or due like '____-__-__'), -- null where no day is named
    is_done integer not null default 0 check (is_done in (0, 1)),
    is_withdrawn integer not null default 0 check (is_withdrawn in (0, 1)), -- 1: it is not to be done any more
    unique (revision, step)
) strict;

create index step_of_plan on step (plan_id, step, revision);

-- How far an indicator has come on a day of a year that is not evaluated yet.
create table interim (
    interim_row_id integer primary key,
    revision integer not null references revision (revision),
    plan_id integer not null,
    number integer not null,
    named text not null,
    year integer not null,
    indicator text not null check (indicator <> ''), -- its name as the loaders read it
    unit text not null, -- '' where it has none
    as_of text not null check (as_of like '____-__-__'),
    value real not null,
    is_withdrawn integer not null default 0 check (is_withdrawn in (0, 1)),
    unique (revision, plan_id, number, year, indicator, unit, as_of)
) strict;

create index interim_of_subject on interim (plan_id, number, year, indicator, unit, as_of, revision);

create trigger step_is_kept before update on step begin select raise(abort, 'history is never changed'); end;
create trigger step_stays before delete on step begin select raise(abort, 'history is never changed'); end;
create trigger interim_is_kept before update on interim begin select raise(abort, 'history is never changed'); end;
create trigger interim_stays before delete on interim begin select raise(abort, 'history is never changed'); end;
