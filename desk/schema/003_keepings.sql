-- Which plan was taken in, removed or put back. What became of it stands in the folder of plans; here is who did it, and when.
create table keeping (
    keeping_row_id integer primary key,
    revision integer not null references revision (revision),
    act text not null check (act in ('added', 'removed', 'restored')),
    plan_id integer, -- null where it is not known: a plan that is put back is the one removed last
    name text not null, -- what the plan is called; '' where it is not known
    file text not null -- what the file was called; '' where none was given
) strict;

create trigger keeping_is_kept before update on keeping begin select raise(abort, 'history is never changed'); end;
create trigger keeping_stays before delete on keeping begin select raise(abort, 'history is never changed'); end;
