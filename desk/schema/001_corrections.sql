-- Each act of a person is a revision; what it wrote names it. Rows are only ever added: history is whole.

create table revision (
    revision integer primary key autoincrement,
    made_at text not null, -- UTC, 2026-11-24T08:15:00Z
    who text not null check (who <> ''),
    undoes integer references revision (revision)
) strict;

-- What a person says of a reading, by its subject: plan, number, year, item and place. The latest revision of a subject holds.
create table correction (
    correction_id integer primary key,
    revision integer not null references revision (revision),
    plan_id integer not null,
    number integer not null, -- of the initiative when it was said
    named text not null, -- what the initiative was called then: a later edition may number it otherwise
    year integer, -- fiscal year; null where the item has none
    item text not null check (item <> ''),
    place text not null, -- printed cell or name of an indicator, as the loaders read it; '' where the item needs none
    expected text not null, -- what the loaders concluded when it was said
    corrected text not null, -- what holds instead
    why text not null check (why <> ''),
    is_withdrawn integer not null default 0 check (is_withdrawn in (0, 1)) -- 1: nothing is said of the subject any more
) strict;

create unique index correction_of_revision on correction (revision, plan_id, number, ifnull(year, 0), item, place);
create index correction_of_subject on correction (plan_id, number, ifnull(year, 0), item, place, revision);

create trigger revision_is_kept before update on revision begin select raise(abort, 'history is never changed'); end;
create trigger revision_stays before delete on revision begin select raise(abort, 'history is never changed'); end;
create trigger correction_is_kept before update on correction begin select raise(abort, 'history is never changed'); end;
create trigger correction_stays before delete on correction begin select raise(abort, 'history is never changed'); end;

create view latest_correction as
select c.*, r.made_at, r.who, r.undoes
from correction as c
join revision as r using (revision)
where not exists (
    select 1
    from correction as later
    where later.plan_id = c.plan_id
        and later.number = c.number
        and ifnull(later.year, 0) = ifnull(c.year, 0)
        and later.item = c.item
        and later.place = c.place
        and later.revision > c.revision
);
