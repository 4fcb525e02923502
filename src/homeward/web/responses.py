"""What is given back besides pages: files to save."""

from __future__ import annotations

from starlette.responses import Response


def attached(text: str | bytes, kind: str, name: str) -> Response:
    """A file to save."""
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(text, media_type=kind, headers=headers)
