"""Grading: read what was handed in, rebuild it, run it in a sandbox, score it fail closed, record it.

The steps are separate modules, each with one job: ``archive`` and ``submission`` read, ``rebuild`` and
``score`` are pure, ``execute`` is the seam behind which the way of running can change, ``gradebook`` is the
one writer of nbgrader's database, and ``pipeline`` joins them.
"""
