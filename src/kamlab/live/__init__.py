"""The book, alive on static pages: the build of the site, its page loader and its server."""
