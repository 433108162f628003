"""What the gradebook is made of: the database, its tables, the case's cells, and rows in bulk.

``kamlab.grading.gradebook`` is the one module that others use.
"""
