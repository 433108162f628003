"""Grading: read what was handed in, rebuild it, run it behind walls, score it fail closed, record it once.

In the order in which a submission meets them:

- ``archive``, ``layouts``, ``bundles``, ``owners``, ``submission``: folders, zips, whose it is; nothing is
  unpacked;
- ``free``, ``rebuild``, ``prepare``: our notebook with the trainee's texts in it, and her checked answers;
- ``script``, ``forking``, ``ready``, ``forks``, ``warmed``, ``sandbox``, ``inside``: two processes run it,
  hers without any test;
- ``score``, ``results``, ``safe``: points, and what of its outputs may be shown;
- ``desk``, ``crew``, ``pool``, ``distributed``: who does all this, here or on other machines;
- ``workspace``, ``gradebook``, ``book``, ``standing``, ``table``: nbgrader's folder and database, and the
  table for people;
- ``pipeline`` joins them; ``execute`` is the seam behind which the way of running can change.

``verify`` tells an author whether a case's tests can be run apart from the trainee's code; ``cohort`` and
``sample`` make invented submissions.
"""

import sys

# jsonschema, which reads notebooks' schema, would compile a grammar of web addresses: 0.7 s in each process,
# for a format that no notebook holds. It goes without where there is no such package.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
