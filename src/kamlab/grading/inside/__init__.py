"""What runs inside the walls: the trainee's process, the trusted process, and what passes between them.

The trainee's process runs her cells and never receives a test. The trusted process runs the tests and never
runs a line of hers. Between them pass frames (``wire``) that hold values as plain data (``values``): JSON
with limits, never pickle; ``asking`` is the trusted side of it. Whatever comes from the trainee's side is
taken for hostile until it is decoded.
"""
