"""What runs inside the walls: the trainee's process, the trusted process, and what passes between them.

The trainee's process runs her cells and never receives a test; it is forked for her and gone with her
submission. The trusted process runs our cells, tests among them, and never a line of hers; it does one
submission after the other, each among names and files of its own. Both are forks of the warmed process
(``warm``), which knows nothing of either.

Between them pass frames (``wire``) that hold values as plain data (``values``): JSON with limits, never
pickle; ``asking`` is the trusted side of it. Whatever comes from the trainee's side is taken for hostile
until it is decoded.
"""
