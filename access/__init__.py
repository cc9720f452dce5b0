"""Who may come in over a network, and what is theirs to do: decided here once, for the server's door and for the pages.

Off unless `secrets.toml` says otherwise: then nothing here changes what is served to this machine. With the tables `[auth]`
(Streamlit's own, for a provider of OpenID Connect) and `[access]` (who has which role) every request is held against them
before Streamlit sees it, and again before a page reads the store. Where the tables are wrong nobody comes in.

- `roles`: settings and claims in, a visitor with a role out; nothing else is asked.
- `settings`: the two tables read and checked; what is wrong is told with its line and what to do.
- `door`: the tables of this installation as they stand now; what was closed once never opens by itself.
- `identity`: what a browser's signed cookie claims.
- `guard`: each request over HTTP and each websocket, before the app; all but four paths want a role.
- `entrance`: the words of the page that a stranger sees (`entrance.css` beside it).
- `headers`: what keeps a browser from being misused; `hosts`: the names by which the server may be asked for.

It belongs to neither side, as `desk` does: it knows no page and no table, and asks Streamlit only for cookies and settings.
"""
