"""What whoever runs a server needs to see of it: whether it can answer, how long pages take, what it logs.

- `measures`: counters and times of this process.
- `watched`: the paths at which they are asked, `/metrics` and `/ready`, before the door (package `access`); what they answer
  holds no plan's data.
- `front`: what Streamlit's page is told, so that a browser need not find out: where its server is, what pages are drawn with.
- `logs`: what is logged as a JSON object a line.
"""
