"""What the pages share, in rooms; each imports only from those before it in this list.

- `database`: the store as the dashboard asks it: which one is read, how it is opened, frames by name (`sql/`), words of codes.
- `text`: words and values as a reader sees them: colours, labels, figures, records of frames, text shown as text, marks in it.
- `frame`: what stands around every page: the filter and how the address is read, links, the first opening, saving.
- `facts`: what can be said of a plan, as values: series, a year's judged targets and their sum, standing of parts, undone
  years and what the next plan does with them, the tree, sections, copies, moved targets, doubts. No sentence, no table.
- `saying`: facts as sentences of an office (`…_words`): answers that open a page, citations, questions.
- `browser`: what no setting of Streamlit mends: names and focus, pictures of charts, paper, lists a page at a time.
- `drawing`: facts and sentences as charts (`…_pictures`, `…_charts`), tables to read and to save (`…_tables`), lists and cards.
- `files`: facts as files that are taken along: a workbook for a meeting (its order is `workbook_sheets`), data for machines.
- `intake`: a file that is taken in: how it was understood, what a person says of its columns and headings, where it belongs.
- `settling`: what people say of a reading: who, the form, what it would change, keeping, undoing, its history (package `desk`).
- `following`: what happens next and how far the running year has come, as people write it.

How a page is written (pages/x.py, registered in app.py's PAGES):

1. First `chosen = filters.chosen()` (it also brings a page that was opened without its frame back to app.py): app.py has
   drawn the filters in the sidebar, told which are in force and stopped where
   nothing matches.
2. `data = queries.frame("name", chosen)`: a small frame, selected by `dashboard/sql/name.sql`. A new question is a new
   file there: lower case, a CTE a step, every name said as `store.table`, first CTE `matching as ({matching})` where
   the filter narrows it; what several files share is a part, `dashboard/sql/parts/name.sql`, that `{name}` stands for.
   Values are `$year`, `$lead`, `$departments`, `$scope`, `$words`, `$doubtful` from the filter and what is given by name:
   `queries.frame("x", chosen, number=11)`. Frames that don't depend on the year are asked with
   `filters.without_year(chosen)`. What several queries build on is worked out at load (loaders/store/derived.sql):
   `initiative_year` (status, run lengths, the year before), `indicator_result` (gap, progress, the year before),
   `indicator_point` (an indicator's year with all that is told of it), `place_words`, `initiative_search`.
   What is read from a frame is asked with `queries.read(series.read, "indicator_series", chosen)`: made once for everybody.
   What is asked for later is made meanwhile: `queries.ahead(("agenda", judged))`, in the order in which it will be asked for.
   All that a page shows is asked for once, into one frozen view (`view = read(filters.chosen())`), and handed to the functions
   that draw it: none leans on a name that is assigned below it.
   The page asks, lets choose and lays out. A section that has a reason of its own to change (a list, a chart with its table,
   the sentences of a title) is a module of `drawing`, `saying` or the room of what people do, and is given what it needs.
   Rows as records are `queries.records("years")`; facts of several frames are `shared.told(tree.asked, chosen)`, a picture with
   its links is `shared.made(overview_pictures.asked, chosen, year)`: made once for all who come by the same address.
3. First `heading.draw(title, about)`: the answer in at most 30 characters, what qualifies it behind an ⓘ. Then a whole
   picture: `picture.draw(markup, key=)`, where each mark leads on (`picture.to_initiative`, `picture.to_filter`). Sentences,
   tables and lists come below it, what is long in `unfolding.draw(label, key, contents)`: drawn when somebody opens it.
   Headings go in order (st.title, st.header; st.subheader below a header).
4. Words: `words.STATUSES[status].text` ('● 達成'), `words.band(attainment, is_met)`, `words.number_text(9813, "人")`,
   `words.percent_text(0.981)`; colours (`text/colours.py`) only as `charts.tone(word.tone)`, which follows the theme.
   Figures that open a page: `overview_tiles.of_year(...)`, each with its years and whether its change is for the better;
   the sentence that opens one: `year_words.title(...)`.
   A judgement in a list comes with `basis.note(rule, confidence)`, which is '' where the quoted words show it.
5. Charts: build a `go.Figure`, `charts.base(figure)`, `charts.years_axis(figure, labels)`, then
   `charts.panel(figure, title=, summary=, alt=, table=, key=, query=)`, which adds the key of stacked bars, the table,
   CSV, Excel, pictures and the query. `alt` is made from the drawn data. A small chart among many has
   `images.menu(key, title, marks)` below it.
6. Tables: `wide_tables.show(frame, alt=, widths=)` with Japanese headings, or `tables.show(frame, alt=, key=)` for one that
   scrolls and sorts; words of the document go through `markdown.verbatim` before Markdown.
   A browser takes a millisecond and more for each element of Streamlit's, and for each cell of its tables: lists of
   initiatives are `entries.draw(found, key)`, cards and tables one piece of markup (`inline.markup` reads the house's
   Markdown), and a picture replaces only what has changed of it.
7. Links: `entries.draw` or `links.to_initiative(number, label)` in lists (same tab); `markdown.link(label,
   links.initiative_address(number))` in tables (a new tab).
8. Downloads: `exports.downloads(frame, name, key, query=Query("name", chosen))`, with the query that was asked
   (`frame/shown_query.py`); a frame that the page does not show is given as what makes it.
   The file's name tells year and filter. What the screen says in words ('✕2 / 7', '13%') is saved as numbers: plain_tables.
9. Paper: what is about pressing or tabs goes through `printing.on_screen(words)`; `printing.open_length` opens what the
   screen folds away, `printing.together(key)` holds what must stay on one sheet.
10. What changes what others see asks `rights.refusal(right)` before it offers itself, and again before it is kept; who did it
   is `person.name()`, or `rights.actor()` where nobody is asked.
11. In the main area choose with pills, segmented controls or radios: white words on the dark theme's primary colour
   (multiselect tags, primary buttons) are below 4.5:1 there. No icons: a screen reader and a failed font spell out
   their English names.

A page holds no SQL, no parsing and no colour; nothing here imports loaders.
"""
