// How Python is set up, the same for the snapshot (in Node) and for a plain start (in the browser).
export const SITE = "/lib/site";

// Echoes would only tell the page what it has just said.
export const SETUP = `
import os, sys
os.environ["JUPYTER_WIDGETS_ECHO"] = "0"
sys.path.insert(0, "${SITE}")
from kamlab.live import pageworker
pageworker.install()
`;
