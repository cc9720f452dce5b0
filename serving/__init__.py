"""What whoever runs a server needs to see of it: whether it can answer, how long pages take, what it logs.

- `measures`: counters and times of this process.
- `watched`: the paths at which they are asked, `/metrics` and `/ready`, before the door (package `access`); what they answer
  holds no plan's data.
- `logs`: what is logged as a JSON object a line.
"""
