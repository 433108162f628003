"""What each case shows: tables of the trainee's own ledger, ready to read. No answers."""
