"""Sample cohorts: invented trainees, and what each hands in."""
