"""The course as data: its units, its cases as notebooks, its catalogues of translations."""
