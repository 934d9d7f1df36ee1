"""Pages that show what the library knows: a course's learning logic to walk through, and what a catalogue requires.

Each page is one text of HTML with everything in it: no network, no framework, no cookies. What comes from records is
carried as data and shown as text, never as markup.
"""
from __future__ import annotations

import html
import json
import pathlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .engine import Engine

__all__ = ["catalogue_page", "course_page", "course_picture"]


def _part(name: str) -> str:
    return (pathlib.Path(__file__).parent / "pages" / name).read_text(encoding="utf-8")


def _data(document: Any) -> str:
    """JSON that can stand in a script element: no text in it can end the element."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _page(title: str, lead: str, body: str, data: dict[str, Any], scripts: list[str]) -> str:
    code = "\n".join("<script>%s</script>" % _part(name) for name in scripts)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>{html.escape(title)}</title>
<style>{_part("page.css")}</style>
</head>
<body>
<header><h1>{html.escape(title)}</h1><p>{html.escape(lead)}</p></header>
{body}
<script type="application/json" id="picture">{_data(data)}</script>
{code}
</body>
</html>
"""


def _lead(summary: dict[str, Any]) -> str:
    counts = [(summary.get(name, 0), name) for name in ("errors", "warnings", "infos")]
    found = ", ".join("%d %s" % (n, name if n != 1 else name[:-1]) for n, name in counts if n) or "no findings"
    looked = "every way was tried" if summary.get("complete") else "not every way was tried"
    return "%d components, %d rules: %s; %s (%d states)." % (
        summary.get("components", 0), summary.get("rules", 0), found, looked, summary.get("states", 0))


def course_page(picture: str | bytes | dict[str, Any]) -> str:
    """The page of a course, from the stream ``picture.json`` of the session ``learning.check``.

    An author goes through the course as a participant would, chooses what happens, sees components open and close, and
    has the steps of each finding played. Raises ValueError when the text is no picture. Since 0.1. [IMC-LL-24]
    """
    document = picture if isinstance(picture, dict) else json.loads(picture)
    if not isinstance(document, dict) or "logic" not in document or "summary" not in document:
        raise ValueError("this is no picture.json of the session learning.check")
    document = {"components": [], "rules": [], "findings": [], **document}
    body = """<main>
<section class="panel" id="walk" aria-label="The course"></section>
<div><section class="panel" id="findings" aria-label="Findings"></section>
<section class="panel" id="played" aria-label="Steps" aria-live="polite"></section></div>
</main>"""
    title = "Course " + str(document["logic"].get("course") or "")
    return _page(title.strip(), _lead(document["summary"]), body, document, ["walk.js", "course.js"])


def course_picture(engine: Engine, course: str, **options: Any) -> dict[str, Any]:
    """What the session ``learning.check`` draws of a course: the document of its stream ``picture.json``.

    ``options`` are those of the session, for example ``limit``. Raises NotFoundError when there is no such course.
    Since 0.1.
    """
    pieces: list[bytes] = []
    with engine.session("learning.check", course=course, **options) as check:
        pieces.extend(piece for stream, piece in check.take() if stream == "picture.json")
        check.finish()
    picture: dict[str, Any] = json.loads(b"".join(pieces))
    return picture


def _nodes(nodes: list[Any]) -> Iterator[dict[str, Any]]:
    """The tree of prerequisites from its list, in which the parts of a node stand behind it."""
    at = 0
    while at < len(nodes):
        node, size = nodes[at], max(1, nodes[at].size)
        made: dict[str, Any] = {"kind": node.kind, "key": node.key, "required": node.required}
        if node.kind == "set":
            made["least"] = node.least
            made["parts"] = list(_nodes(nodes[at + 1:at + size]))
        elif node.minimum != "completed":
            made["minimum"] = node.minimum
        yield made
        at += size


def catalogue_page(engine: Engine, title: str = "What courses require") -> str:
    """The page of a catalogue: each course and template with what it asks for, and what asks for it.

    Read from the records as they are; what is deleted is left out. Since 0.1. [IMC-PRE-25]
    """
    rules = {rule.id: list(_nodes(list(rule.nodes))) for rule in engine.find("prerequisites")}
    shown = []
    for kind in ("course_template", "course"):
        for made in engine.find(kind):
            if made.external_id:  # else it was deleted
                shown.append({"kind": kind, "key": made.external_id, "name": made.name or "",
                              "bundles": rules.get(made.prerequisites, [])})
    asking = sum(1 for each in shown if each["bundles"])
    body = """<main>
<section class="panel" aria-label="Picture"><h2>Around the chosen course</h2><div id="graph"></div>
<div id="chosen" class="tree" aria-live="polite"></div></section>
<section class="panel" aria-label="Courses"><h2>Courses and templates</h2>
<input type="search" id="search" aria-label="Search" placeholder="Search"><ul class="plain" id="list"></ul></section>
</main>"""
    lead = "%d courses and templates, %d of them with prerequisites." % (len(shown), asking)
    return _page(title, lead, body, {"things": shown}, ["catalogue.js"])
