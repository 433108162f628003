"""Live exercises over the course's models: the same in JupyterLab and on a static page."""
