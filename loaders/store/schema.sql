-- The store is a contract: analysts and other programs rely on these names. Columns may be added, none renamed.
-- A fiscal year (年度, April to March) is the western year in which it starts: 2017 = 平成29年度 = H29, 2019 = 令和元年度 = R1.

-- Codes: each value that another table may hold, with its Japanese word. Tables and rows come from loaders/codes.py and
-- code_table.sql, which is carried out before this file; here stand those that are more than a code with its words.

create table band_code (
    code varchar primary key,
    label_ja varchar not null,
    symbol varchar not null,
    position integer not null unique,
    meaning varchar not null,
    at_least double not null
);
comment on table band_code is '達成率の区分: the scale of attainment in force, the best band first';
comment on column band_code.code is 'the value as other tables hold it';
comment on column band_code.label_ja is 'its Japanese word';
comment on column band_code.symbol is 'its sign; empty where it has none';
comment on column band_code.position is 'its order on screen, from 1';
comment on column band_code.meaning is 'what it means, in Japanese; empty where the word says all';
comment on column band_code.at_least is 'attainment from which the band holds, 1.0 = 100 %; a met target is A whatever its ratio';

create table rule_code (
    step varchar not null check (step in ('status', 'carried', 'reason', 'place')),
    code varchar not null,
    label_ja varchar not null,
    carried_kind varchar,
    position integer not null unique,
    primary key (step, code)
);
comment on table rule_code is 'the rules behind a status, a carry-over, a reason and the place of a cell, in words';
comment on column rule_code.step is 'what it decides: status (outcome.rule), carried (outcome.carried_rule), reason (outcome.reason_rule), place (cell.rule)';
comment on column rule_code.code is 'the rule as outcome or cell names it';
comment on column rule_code.label_ja is 'what the rule found, in Japanese';
comment on column rule_code.carried_kind is 'kind of carry-over that it finds (見送り, 未達のまま継続); NULL for other steps and corrections';
comment on column rule_code.position is 'its order, from 1';

create table fiscal_year (
    year integer primary key,
    label varchar not null unique,
    label_ja varchar not null unique,
    starts date not null,
    ends date not null,
    check (starts = make_date(year, 4, 1) and ends = make_date(year + 1, 3, 31))
);
comment on table fiscal_year is '年度: a fiscal year, April to March';
comment on column fiscal_year.year is 'western year in which it starts: 2017 = 平成29年度';
comment on column fiscal_year.label is 'short label on charts: H29, R1';
comment on column fiscal_year.label_ja is 'full label: 平成29年度, 令和元年度';
comment on column fiscal_year.starts is 'first day, 1 April';
comment on column fiscal_year.ends is 'last day, 31 March of the next year';

create table plan (
    plan_id integer primary key,
    title varchar not null,
    body varchar not null,
    first_year integer not null references fiscal_year (year),
    last_year integer not null references fiscal_year (year),
    last_evaluated_year integer references fiscal_year (year),
    flagships varchar[] not null,
    name varchar not null unique check (name <> ''),
    trouble varchar,
    fingerprint varchar not null,
    check (first_year <= last_year)
);
comment on table plan is '計画: a plan whose progress is followed';
comment on column plan.plan_id is 'number of the plan in this store';
comment on column plan.title is 'title of the plan (第4次情報化計画)';
comment on column plan.body is 'the city or other body whose plan it is (印西市)';
comment on column plan.first_year is 'first fiscal year of the table';
comment on column plan.last_year is 'last fiscal year of the table';
comment on column plan.last_evaluated_year is 'last fiscal year for which the table has an evaluation column';
comment on column plan.flagships is 'how the names of the indicators begin that stand for the plan, from its sidecar; may be empty';
comment on column plan.name is 'what it is called where it is chosen among others: body and title, or as the one who added it said';
comment on column plan.fingerprint is 'checksum over its editions, how they are to be read, its corrections and the loaders';
comment on column plan.trouble is 'why its rows are those of an earlier load, for a person; NULL where they are of this one';

create table plan_part (
    plan_id integer not null references plan (plan_id),
    code varchar not null check (code <> ''),
    name varchar not null check (name <> ''),
    source varchar,
    primary key (plan_id, code)
);
comment on table plan_part is '目標・施策の名前: names of goals and policies, which the progress table gives as bare codes';
comment on column plan_part.plan_id is 'the plan';
comment on column plan_part.code is 'goal_code or policy_code of its initiatives: 1, 1-①';
comment on column plan_part.name is 'name of the goal or policy';
comment on column plan_part.source is 'where the name was found, as the sidecar says';

create table document (
    document_id integer primary key,
    plan_id integer not null references plan (plan_id),
    file_name varchar not null,
    title varchar not null,
    origin varchar,
    licence varchar,
    read_on date,
    sha256 varchar not null check (length(sha256) = 64),
    loaded_at timestamp not null,
    row_count integer not null check (row_count > 0),
    edition integer not null check (edition > 0),
    mapping varchar,
    unique (plan_id, edition)
);
comment on table document is '資料: a loaded source file, one edition of the table that a plan is followed with';
comment on column document.document_id is 'number of the document in this store';
comment on column document.plan_id is 'the plan that it reports on';
comment on column document.file_name is 'name of the file in data/';
comment on column document.title is 'title as printed';
comment on column document.origin is 'where the file came from, as its sidecar says';
comment on column document.licence is 'terms of use, as its sidecar says; NULL where nothing is known';
comment on column document.read_on is 'day on which the text was read from the original';
comment on column document.sha256 is 'checksum of the file, hexadecimal';
comment on column document.loaded_at is 'when it was loaded into this store, UTC';
comment on column document.row_count is 'initiative rows in it, repeated page headings left out';
comment on column document.edition is 'its place among the editions of its plan, from 1, the newest last';
comment on column document.mapping is 'how its columns were understood, as JSON; NULL where the headings of a printed text said it';

create table build (
    fingerprint varchar primary key,
    built_at timestamp not null,
    duckdb_version varchar not null
);
comment on table build is 'what this store was built from: one row';
comment on column build.fingerprint is 'checksum over the documents, their sidecars, the corrections and the loaders';
comment on column build.built_at is 'when the store was built, UTC';
comment on column build.duckdb_version is 'DuckDB that wrote it';

create table initiative (
    initiative_id integer primary key,
    plan_id integer not null references plan (plan_id),
    document_id integer not null references document (document_id),
    number integer not null check (number > 0),
    goal_code varchar not null,
    policy_code varchar not null,
    program_code varchar not null,
    program_code_printed varchar not null,
    program_name varchar not null,
    is_lead boolean not null,
    department varchar not null check (department <> ''),
    department_unit varchar,
    former_department varchar,
    activity varchar not null,
    source_line integer not null check (source_line > 0),
    source_page integer,
    source_sheet varchar not null,
    program_printed varchar not null,
    lead_printed varchar not null,
    department_printed varchar not null,
    number_printed varchar not null,
    measure_printed varchar not null,
    unit_printed varchar not null,
    search_text varchar not null,
    program_search_text varchar not null,
    activity_search_text varchar not null,
    is_ended boolean not null,
    unique (plan_id, number)
);
comment on table initiative is '実施事業: a row of the progress table, one program (事業) and section (担当課)';
comment on column initiative.initiative_id is 'number of the row in this store; in a store of one plan its 番号';
comment on column initiative.plan_id is 'the plan that it belongs to';
comment on column initiative.document_id is 'the document that it was read from: the last edition that it stands in';
comment on column initiative.number is '番号, unique in its plan: as printed where each row has a number of its own, else its place in the table';
comment on column initiative.goal_code is 'goal of the plan: 1';
comment on column initiative.policy_code is 'policy under the goal: 1-①';
comment on column initiative.program_code is 'program under the policy, repaired where damaged: 1-①-ア';
comment on column initiative.program_code_printed is 'the code as printed: 3-①-A';
comment on column initiative.program_name is 'name of the program (実施事業) without its code';
comment on column initiative.is_lead is '主担当: whether this section leads (○)';
comment on column initiative.department is '担当課: the section, without unit and former name';
comment on column initiative.department_unit is '係・館: the unit named in brackets (図書館), if any';
comment on column initiative.former_department is 'former name of the section (旧…), if any';
comment on column initiative.activity is '実施内容';
comment on column initiative.source_line is 'line of the document, from 1';
comment on column initiative.source_page is 'printed page of the document, from 1';
comment on column initiative.source_sheet is 'sheet or table of the file that it stands in; empty where the file is one table';
comment on column initiative.program_printed is '実施事業 as printed, code and name';
comment on column initiative.lead_printed is '主担当 as printed: ○ or empty';
comment on column initiative.department_printed is '担当課 as printed, with unit and former name';
comment on column initiative.number_printed is '番号 as printed (新-0002); empty where the table has no such column';
comment on column initiative.measure_printed is '指標 as printed, where the table has a column for it';
comment on column initiative.unit_printed is '単位 as printed, where the table has a column for it';
comment on column initiative.search_text is 'code, names of program and section, and activity, each folded as cell.search_text, parted by blanks';
comment on column initiative.program_search_text is 'program_name, folded as cell.search_text';
comment on column initiative.activity_search_text is 'activity, folded as cell.search_text';
comment on column initiative.is_ended is 'whether the newest edition of its plan has it no more: what is known of it is of earlier ones';

create table cell (
    cell_id integer primary key,
    initiative_id integer not null references initiative (initiative_id),
    printed_kind varchar not null references kind_code (code),
    printed_year integer references fiscal_year (year),
    kind varchar not null references kind_code (code),
    year integer references fiscal_year (year),
    text varchar not null,
    search_text varchar not null,
    span_start integer not null check (span_start >= 0),
    span_end integer not null,
    is_moved boolean not null,
    confidence double not null check (confidence between 0 and 1),
    rule varchar not null,
    column_heading varchar,
    ends_work boolean not null,
    document_id integer not null references document (document_id),
    is_confirmed boolean not null,
    check (span_end - span_start = length(text)),
    check ((kind = 'baseline_goal') = (year is null)),
    check ((printed_kind = 'baseline_goal') = (printed_year is null)),
    check (is_moved = (printed_kind <> kind or printed_year is distinct from year))
);
comment on column cell.is_confirmed is 'whether a person said that the words stand where they belong';
comment on table cell is 'words of a printed cell at their true place; a printed cell that was cut has several rows';
comment on column cell.cell_id is 'number of the piece in this store, in the order of the document';
comment on column cell.initiative_id is 'the row that it stands in';
comment on column cell.printed_kind is 'kind of the heading it is printed under: baseline_goal 現状及び事業目標, plan 内容及び目標, result 評価';
comment on column cell.printed_year is 'fiscal year of the heading it is printed under; NULL for baseline_goal';
comment on column cell.kind is 'kind of the place where the words belong';
comment on column cell.year is 'fiscal year of the place where the words belong; NULL for baseline_goal';
comment on column cell.text is 'the words, verbatim';
comment on column cell.search_text is 'the words after NFKC and case folding, without spaces, for search';
comment on column cell.span_start is 'first character of the piece in its printed cell, from 0';
comment on column cell.span_end is 'character after its last in its printed cell';
comment on column cell.is_moved is 'whether the true place differs from the printed one';
comment on column cell.confidence is 'how sure the place is, 0 to 1';
comment on column cell.column_heading is 'heading of the column that the piece fills where its place has several (基準値, 目標値)';
comment on column cell.ends_work is 'whether the words, where they are a plan, end the work: 事業終了, 事業としては実施しない';
comment on column cell.document_id is 'the edition that prints the words: an earlier one where the newest has no such column';
comment on column cell.rule is 'what decided the place; as_printed where nothing moved it';

create table quantity (
    quantity_id integer primary key,
    initiative_id integer not null references initiative (initiative_id),
    printed_kind varchar not null references kind_code (code),
    printed_year integer references fiscal_year (year),
    kind varchar not null references kind_code (code),
    year integer references fiscal_year (year),
    role varchar not null references role_code (code),
    label varchar,
    value double not null,
    unit varchar,
    comparator varchar not null references comparator_code (code),
    as_of date,
    span_start integer not null check (span_start >= 0),
    span_end integer not null check (span_end > span_start),
    quote varchar not null check (length(quote) = span_end - span_start),
    is_tagged boolean not null,
    is_cumulative boolean not null,
    part_of_quantity_id integer,
    rule varchar not null,
    base_value double not null,
    base_unit varchar not null
);
comment on table quantity is 'a number that was read from the words of a cell';
comment on column quantity.quantity_id is 'number of the quantity in this store';
comment on column quantity.initiative_id is 'the row that it stands in';
comment on column quantity.printed_kind is 'kind of the heading it is printed under';
comment on column quantity.printed_year is 'fiscal year of the heading it is printed under';
comment on column quantity.kind is 'kind of the place where it belongs';
comment on column quantity.year is 'fiscal year of the place where it belongs';
comment on column quantity.role is 'baseline 現状, final_goal 計画の最終目標, target 年度の目標, result 実績, change 増減';
comment on column quantity.label is 'words that name what is counted';
comment on column quantity.value is 'the number';
comment on column quantity.unit is 'unit as written, after NFKC: 人, 回, 件; NULL where none is written';
comment on column quantity.comparator is 'eq, ge (以上), approx (程度, 約), le (以下, 未満)';
comment on column quantity.as_of is 'day on which the number holds (…現在), if one is named';
comment on column quantity.span_start is 'first character in the printed cell, from 0';
comment on column quantity.span_end is 'character after its last in the printed cell';
comment on column quantity.quote is 'the words that were read, verbatim';
comment on column quantity.is_tagged is 'whether a 【…】 label stands before it with no 。 between them, or it stands inside the label';
comment on column quantity.is_cumulative is 'whether the words say that it adds up over time (延べ, 累計, …現在の登録数)';
comment on column quantity.part_of_quantity_id is 'the total that this is a part of (うち), if any';
comment on column quantity.rule is 'the grammar rule that read it';
comment on column quantity.base_value is 'the number in base_unit: 320000000 of 3億2,000万円, 460 of 7分40秒';
comment on column quantity.base_unit is 'what every writing and multiple of the unit is: 円, 秒, 人, 件; 1 where none is written';

create table indicator (
    indicator_id integer primary key,
    initiative_id integer not null references initiative (initiative_id),
    position integer not null check (position > 0),
    name varchar not null check (name <> ''),
    unit varchar,
    baseline double,
    final_goal double,
    direction varchar not null references direction_code (code),
    is_cumulative boolean not null,
    baseline_quantity_id integer references quantity (quantity_id),
    final_goal_quantity_id integer references quantity (quantity_id),
    read_name varchar not null check (read_name <> ''),
    base_unit varchar not null,
    base_baseline double,
    base_final_goal double,
    unique (initiative_id, position)
);
comment on table indicator is '指標: one thing measured over the years, in one unit';
comment on column indicator.indicator_id is 'number of the indicator in this store';
comment on column indicator.initiative_id is 'the row that it was read from';
comment on column indicator.position is 'its order within the row, from 1';
comment on column indicator.name is 'name for a chart: 防災メール登録者数';
comment on column indicator.unit is 'unit; NULL where none is written';
comment on column indicator.baseline is '現状 before the plan';
comment on column indicator.final_goal is 'goal for the end of the plan';
comment on column indicator.direction is 'up: more is better; down: less is better';
comment on column indicator.is_cumulative is 'whether its values are a standing count (累計・登録数) rather than a year''s own';
comment on column indicator.baseline_quantity_id is 'the number that baseline was read from';
comment on column indicator.final_goal_quantity_id is 'the number that final_goal was read from';
comment on column indicator.read_name is 'the name as it was read, by which corrections name it; other than name where a person gave another';
comment on column indicator.base_unit is 'what every writing and multiple of the unit is, by which the series is tied and judged: 円, 秒, 人; 1 where none is written';
comment on column indicator.base_baseline is 'baseline in base_unit';
comment on column indicator.base_final_goal is 'final_goal in base_unit';

create table indicator_year (
    indicator_id integer not null references indicator (indicator_id),
    year integer not null references fiscal_year (year),
    target double,
    result double,
    attainment double,
    is_met boolean,
    first_target double,
    target_quantity_id integer references quantity (quantity_id),
    result_quantity_id integer references quantity (quantity_id),
    first_target_quantity_id integer references quantity (quantity_id),
    is_corrected boolean not null,
    is_forecast boolean not null,
    confidence double not null check (confidence between 0 and 1),
    rule varchar not null,
    is_doubtful boolean not null,
    is_confirmed boolean not null,
    base_target double,
    base_result double,
    primary key (indicator_id, year),
    check (target is not null or result is not null),
    check (is_met is null or (target is not null and result is not null)),
    check (not is_forecast or (result is not null and is_met is null))
);
comment on table indicator_year is 'target and result of an indicator in a fiscal year';
comment on column indicator_year.indicator_id is 'the indicator';
comment on column indicator_year.year is 'the fiscal year';
comment on column indicator_year.target is '目標 of the year, as last stated; NULL where none is stated';
comment on column indicator_year.result is '実績 of the year; NULL where none is reported';
comment on column indicator_year.attainment is 'result / target, 1.0 = 100 %; target / result where less is better; NULL where it can''t be said';
comment on column indicator_year.is_met is 'whether the target was reached; NULL where target or result is missing';
comment on column indicator_year.first_target is 'the target as first stated, where it was moved later';
comment on column indicator_year.target_quantity_id is 'the number that target was read from';
comment on column indicator_year.result_quantity_id is 'the number that result was read from';
comment on column indicator_year.first_target_quantity_id is 'the number that first_target was read from';
comment on column indicator_year.is_corrected is 'whether a person settled a value';
comment on column indicator_year.is_confirmed is 'whether a person said that the values hold as they were read';
comment on column indicator_year.confidence is 'how sure target and result and their tie are, 0 to 1';
comment on column indicator_year.rule is 'the sign that says how sure they are';
comment on column indicator_year.is_doubtful is
'確かでない: confidence is below the threshold (loaders/confidence.py), or a finding casts doubt on the year''s numbers';

comment on column indicator_year.base_target is 'target in the base_unit of the indicator';
comment on column indicator_year.base_result is 'result in the base_unit of the indicator';
comment on column indicator_year.is_forecast is 'whether the result is what the body expects (実績見込): no target is judged by it';

create table other_cell (
    initiative_id integer not null references initiative (initiative_id),
    position integer not null check (position > 0),
    heading varchar not null,
    text varchar not null,
    primary key (initiative_id, position)
);
comment on table other_cell is 'words of a row that no reading uses: a column of remarks, a rate that the body worked out';
comment on column other_cell.initiative_id is 'the row that they stand in';
comment on column other_cell.position is 'their order within the row, from 1';
comment on column other_cell.heading is 'heading of the column; empty where it has none';
comment on column other_cell.text is 'the words, verbatim';

create table body_verdict (
    initiative_id integer not null references initiative (initiative_id),
    position integer not null check (position > 0),
    year integer not null references fiscal_year (year),
    words varchar not null check (words <> ''),
    heading varchar not null,
    meaning varchar,
    measure varchar,
    says varchar references status_code (code) check (says in ('met', 'unmet')),
    primary key (initiative_id, position)
);
comment on table body_verdict is 'the body''s own verdict on an initiative''s year, as printed: A, ◎, 概ね順調';
comment on column body_verdict.initiative_id is 'the initiative';
comment on column body_verdict.position is 'its order within the initiative, from 1';
comment on column body_verdict.year is 'the fiscal year that it is on';
comment on column body_verdict.words is 'the verdict, verbatim';
comment on column body_verdict.heading is 'heading of its column';
comment on column body_verdict.meaning is 'what the table''s legend says that it means; NULL where it says nothing';
comment on column body_verdict.measure is 'name of the indicator that it is on, where the initiative has several';
comment on column body_verdict.says is 'whether it says that the year was met or unmet; NULL where it says neither or stands between (B, 概ね達成)';

create table outcome (
    initiative_id integer not null references initiative (initiative_id),
    year integer not null references fiscal_year (year),
    status varchar not null references status_code (code),
    is_carried_over boolean not null,
    reason varchar references reason_code (code),
    rule varchar not null,
    evidence varchar not null,
    confidence double not null check (confidence between 0 and 1),
    evidence_kind varchar references kind_code (code),
    evidence_year integer references fiscal_year (year),
    span_start integer,
    span_end integer,
    carried_rule varchar not null,
    reason_quote varchar not null,
    reason_rule varchar not null,
    is_corrected boolean not null,
    is_doubtful boolean not null,
    is_confirmed boolean not null,
    primary key (initiative_id, year)
);
comment on table outcome is 'what became of an initiative in a fiscal year that has an evaluation column';
comment on column outcome.initiative_id is 'the initiative';
comment on column outcome.year is 'the fiscal year';
comment on column outcome.status is
'met 達成: numeric targets, every one reached; unmet 未達: a numeric target missed, or words of undone, cancelled, put off, late or short; implemented 実施: no numeric target, carried out; under_study 検討中: no numeric target, study only; closed 終了: ended, merged, transferred or decided not to proceed; not_reported 記載なし: no evaluation';
comment on column outcome.is_carried_over is '繰越: left undone and goes on; routine continuation is not';
comment on column outcome.reason is 'why it was left undone, where the text says so';
comment on column outcome.rule is 'the rule that decided the status; behind a dot the id of the phrase (loaders/outcomes/vocabulary)';
comment on column outcome.evidence is 'the words that decided, verbatim; empty where nothing is written';
comment on column outcome.confidence is 'how sure the status is, 0 to 1';
comment on column outcome.evidence_kind is 'printed kind of the cell that evidence was cut from';
comment on column outcome.evidence_year is 'printed fiscal year of the cell that evidence was cut from';
comment on column outcome.span_start is 'first character of evidence in that printed cell';
comment on column outcome.span_end is 'character after its last';
comment on column outcome.carried_rule is 'the rule that decided is_carried_over; empty where not carried over';
comment on column outcome.reason_quote is 'the words that give the reason, verbatim; empty where none';
comment on column outcome.reason_rule is 'the id of the cause that gave the reason (loaders/outcomes/vocabulary); empty where none';
comment on column outcome.is_corrected is 'whether a person said something else than was concluded';
comment on column outcome.is_confirmed is 'whether a person said that it holds as it was concluded';
comment on column outcome.is_doubtful is
'確かでない: confidence is below the threshold (loaders/confidence.py), or a finding casts doubt on how the year was read';

create table promise (
    initiative_id integer not null references initiative (initiative_id),
    position integer not null check (position > 0),
    due_year integer not null,
    due_label varchar not null,
    due_label_ja varchar not null,
    what varchar not null check (what <> ''),
    place varchar not null,
    quote varchar not null,
    printed_kind varchar not null references kind_code (code),
    printed_year integer references fiscal_year (year),
    span_start integer not null check (span_start >= 0),
    span_end integer not null,
    is_study boolean not null,
    state varchar not null references promise_state_code (code),
    kept_year integer references fiscal_year (year),
    confidence double not null check (confidence between 0 and 1),
    is_doubtful boolean not null,
    is_corrected boolean not null,
    primary key (initiative_id, position),
    check (span_end - span_start = length(quote))
);
comment on table promise is '期限のある約束: what 現状及び事業目標 promises by a fiscal year (令和3年度までに構築), and what became of it';
comment on column promise.initiative_id is 'the initiative';
comment on column promise.position is 'its place among the initiative''s promises, from 1';
comment on column promise.due_year is 'fiscal year by the end of which it is promised; may lie beyond the table''s years';
comment on column promise.due_label is 'short label of that year: R3';
comment on column promise.due_label_ja is 'full label of that year: 令和3年度';
comment on column promise.what is 'what is promised, in the document''s words';
comment on column promise.place is 'how corrections name it: its year and its words, R3 システムを構築する';
comment on column promise.quote is 'the words that promise it, verbatim';
comment on column promise.printed_kind is 'printed kind of the cell that the words stand in';
comment on column promise.printed_year is 'printed fiscal year of that cell; NULL for baseline_goal';
comment on column promise.span_start is 'first character of quote in that printed cell';
comment on column promise.span_end is 'character after its last';
comment on column promise.is_study is 'whether no more is promised than to study it: 検討, 調査, 研究, 協議';
comment on column promise.state is 'what became of it, judged by the outcomes of its year and those after it';
comment on column promise.kept_year is 'the first fiscal year from the due one on whose evaluation says that it was done; NULL where none does';
comment on column promise.confidence is 'how sure the promise and what became of it are, 0 to 1';
comment on column promise.is_doubtful is '確かでない: confidence is below the threshold, or the year by which it is judged is doubtful';
comment on column promise.is_corrected is 'whether a person said what became of it, be it as it was read';

create table finding (
    finding_id integer primary key,
    initiative_id integer references initiative (initiative_id),
    year integer references fiscal_year (year),
    kind varchar not null references finding_kind_code (code),
    severity varchar not null references severity_code (code),
    message varchar not null check (message <> ''),
    quote varchar not null,
    plan_id integer not null references plan (plan_id),
    is_settled boolean not null
);
comment on table finding is 'something odd in the source, or a doubt about its reading';
comment on column finding.finding_id is 'number of the finding in this store';
comment on column finding.initiative_id is 'the row it is about; NULL for the whole document';
comment on column finding.plan_id is 'the plan it is about';
comment on column finding.is_settled is 'whether a person has looked at it, so that it casts no doubt any more';
comment on column finding.year is 'the fiscal year it is about, if one';
comment on column finding.kind is 'name of the check that found it';
comment on column finding.severity is 'info, warning or error';
comment on column finding.message is 'what is odd, in Japanese, for a person';
comment on column finding.quote is 'the words it is about, verbatim; may be empty';

create table correction (
    correction_id integer primary key,
    plan_id integer not null references plan (plan_id),
    number integer not null,
    year integer references fiscal_year (year),
    item varchar not null references item_code (code),
    place varchar not null,
    expected varchar not null,
    corrected varchar not null,
    why varchar not null check (why <> ''),
    who varchar not null check (who <> ''),
    corrected_on date not null,
    revision integer,
    is_applied boolean not null,
    found varchar,
    check (is_applied = (found is null))
);
comment on table correction is 'a person''s last word on a reading, from data/corrections.csv or said on the screen';
comment on column correction.correction_id is 'number of the correction; in a store of one plan its last line in the file, whose headings are line 1, then those of the screen';
comment on column correction.plan_id is 'the plan';
comment on column correction.number is '番号 of the initiative';
comment on column correction.year is 'the fiscal year, if the item has one';
comment on column correction.item is 'what is corrected (item_code)';
comment on column correction.place is 'the printed cell (H29_plan) or the indicator''s name that it is about, where the item needs one';
comment on column correction.expected is 'what the loaders conclude without it; where this no longer holds, a line of the file fails the load';
comment on column correction.corrected is 'what holds instead';
comment on column correction.why is 'the reason';
comment on column correction.who is 'who says so';
comment on column correction.corrected_on is 'when';
comment on column correction.revision is 'the act by which it was said on the screen (desk.sqlite); NULL of a line of the file';
comment on column correction.is_applied is 'whether it was put in; false where it does not fit the reading any more';
comment on column correction.found is 'what the reading says instead of what is expected; NULL where it was put in';

create table edition_change (
    change_id integer primary key,
    document_id integer not null references document (document_id),
    initiative_id integer not null references initiative (initiative_id),
    kind varchar not null references change_kind_code (code),
    year integer references fiscal_year (year),
    subject varchar not null,
    before varchar not null,
    after varchar not null,
    confidence double not null check (confidence between 0 and 1)
);
comment on table edition_change is '改訂の差分: what an edition changed against the one before it';
comment on column edition_change.change_id is 'number of the change in this store';
comment on column edition_change.document_id is 'the edition that made it';
comment on column edition_change.initiative_id is 'the initiative; one that ended is kept as the last edition had it';
comment on column edition_change.kind is 'what kind of change';
comment on column edition_change.year is 'the fiscal year whose figure or words changed; NULL where it is about the row itself';
comment on column edition_change.subject is 'name of the indicator whose figure changed; empty otherwise';
comment on column edition_change.before is 'the words or the figure of the edition before; empty where it had none';
comment on column edition_change.after is 'the words or the figure of this edition; empty where it has none';
comment on column edition_change.confidence is 'how sure it is that both are of one initiative, 0 to 1';
