"""The site: one person's answers in a browser, keeping nothing.

Pages are made on the server and need no script. A record travels in the forms themselves, so
nothing of it is written down anywhere between two pages. ``/api/1`` gives the same answers to
machines, in the shape of the command line.
"""

from homeward.web.limits import Limits
from homeward.web.server import serve
from homeward.web.site import create_site

__all__ = ["Limits", "create_site", "serve"]
