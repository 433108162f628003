"""Reports for people: the feedback page of each trainee."""
