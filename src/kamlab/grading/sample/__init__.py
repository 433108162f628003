"""The sample cohort: thirty invented trainees, and what each hands in."""
