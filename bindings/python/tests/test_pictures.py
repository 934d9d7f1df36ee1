"""Pages: what they carry, that nothing breaks out of them, and that the page evaluates a course as the library does."""
import json
import os
import pathlib
import re
import shutil
import subprocess

import pytest

import provost
from provost import pictures

PAGES = pathlib.Path(pictures.__file__).parent / "pages"
WALKS = pathlib.Path(__file__).parent / "walks.jsonl"
CONFIRMED = [{"kind": "confirmed_by_participant"}]
HOSTILE = "</script><script>alert(1)</script><!-- & \"x\""
WORST = HOSTILE + " \u2028"  # of which no name is made any more

# Goes the walks of the library and tells the first difference.
GO = """
const Walk = require(process.argv[1]);
const lines = require("fs").readFileSync(process.argv[2], "utf8").split("\\n").filter(Boolean);
let states = 0;
for (const line of lines) {
  const walk = JSON.parse(line), course = Walk.compile(walk.picture);
  let {state} = Walk.begin(course);
  walk.states.forEach((expected, i) => {
    if (i) state = Walk.take(course, state, walk.steps[i - 1]).state;
    const seen = {
      ended: state.ended || "", fired: course.rules.filter((r, n) => state.fired[n]).map((r) => r.key),
      open: course.components.filter((c, n) => c.learners && Walk.isOpen(course, state, n)).map((c) => c.key),
      processed: course.components.filter((c, n) => Walk.isProcessed(course, state, n)).map((c) => c.key)};
    const choices = course.components.reduce((sum, c, n) => sum + Walk.choices(course, state, n).length, 0);
    const differs = JSON.stringify(seen) !== JSON.stringify(expected);
    if (differs || (i < walk.choices.length && choices !== walk.choices[i])) {
      console.log(JSON.stringify({i, step: walk.steps[i - 1], seen, expected, choices, logic: walk.picture.logic}));
      process.exit(1);
    }
    states += 1;
  });
}
console.log(states);
"""


@pytest.fixture
def bakery(engine):
    """An engine with the course bread-1, which has a dead end after the last try of its quiz."""
    for verb, request in (
            ("organisation.define_location", {"record": {"key": "melbourne", "name": "M", "zone": "Australia/Melbourne"}}),
            ("catalogue.define_course_type", {"course_type": "baking", "name": "Baking"}),
            ("catalogue.define_template", {"course_type": "baking", "external_id": "BREAD", "name": "Bread"}),
            ("catalogue.define_course", {"course_template": "BREAD", "external_id": "bread-1", "location": "melbourne",
                                         "duration": "6 M", "conclude_by": "learning_logic"}),
            ("catalogue.define_course", {"course_template": "BREAD", "external_id": "bread-2", "location": "melbourne",
                                         "duration": "6 M"}),
            ("catalogue.define_syllabus", {"course": "bread-1", "components": [
                {"key": "intro", "name": HOSTILE}, {"key": "quiz", "name": "Quiz", "kind": "test"}]}),
            ("learning.define_logic", {"course": "bread-1", "rules": [
                {"key": "on", "component": "intro", "conditions": CONFIRMED,
                 "actions": [{"kind": "continue_with", "components": ["quiz"]}]},
                {"key": "end", "component": "quiz", "tries": 2, "conditions": [{"kind": "percentage", "at_least": "60"}],
                 "actions": [{"kind": "conclude_passed"}]}]}),
            ("prerequisites.define_prerequisites", {"course": "bread-2", "bundles": [{"items": [{"course": "bread-1"}]}]})):
        answer = json.loads(engine.run_document({"verb": verb, **request}))
        assert answer["verdict"] == "accepted", (verb, answer)
    return engine


def data_of(page):
    return json.loads(re.search(r'<script type="application/json" id="picture">(.*?)</script>', page, re.S).group(1))


def test_the_page_carries_the_picture_and_nothing_from_elsewhere(bakery):
    picture = pictures.course_picture(bakery, "bread-1")
    assert [finding["code"] for finding in picture["findings"]] == ["check.last-try"]
    page = pictures.course_page(picture)
    assert data_of(page)["logic"] == picture["logic"]
    assert page == pictures.course_page(json.dumps(picture))
    assert not re.search(r'\b(?:src|href)=', page) and "@import" not in page and "url(" not in page
    assert set(re.findall(r"https?://[^\s\"']+", page)) <= {"http://www.w3.org/2000/svg"}


def test_names_are_text_wherever_they_stand(bakery):
    page = pictures.course_page(pictures.course_picture(bakery, "bread-1"))
    assert page.count("</script>") == 3 and "<script>alert" not in page
    assert data_of(page)["logic"]["components"][0]["name"] == HOSTILE
    picture = pictures.course_picture(bakery, "bread-1")
    picture["logic"]["components"][0]["name"] = WORST
    page = pictures.course_page(picture)
    assert page.count("</script>") == 3 and "<script>alert" not in page and "\u2028" not in page
    assert data_of(page)["logic"]["components"][0]["name"] == WORST
    assert "<b>" not in pictures.catalogue_page(bakery, title="<b>")


def test_a_bound_that_was_hit_is_said(bakery):
    assert "not every way was tried" in pictures.course_page(pictures.course_picture(bakery, "bread-1", limit=1))


def test_what_is_no_picture_is_refused(bakery):
    with pytest.raises(ValueError):
        pictures.course_page("{}")
    with pytest.raises(ValueError):
        pictures.course_page(b"[1]")
    with pytest.raises(provost.NotFoundError):
        pictures.course_picture(bakery, "nowhere")


def test_the_catalogue_shows_what_asks_for_what(bakery):
    things = {thing["key"]: thing for thing in data_of(pictures.catalogue_page(bakery))["things"]}
    assert set(things) == {"BREAD", "bread-1", "bread-2"}
    assert things["bread-1"]["bundles"] == []
    [bundle] = things["bread-2"]["bundles"]
    assert bundle["kind"] == "set" and bundle["parts"] == [{"kind": "course", "key": "bread-1", "required": True}]


@pytest.mark.skipif(not shutil.which("node"), reason="there is no node")
def test_the_page_evaluates_as_the_library_does():
    done = subprocess.run(["node", "-e", GO, str(PAGES / "walk.js"), str(WALKS)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[:2000] + done.stderr[:2000]
    assert int(done.stdout) > 400


@pytest.mark.skipif(os.environ.get("PROVOST_EFFORT") != "soak" or not shutil.which("chromium"),
                    reason="a browser is asked by hand, before a release")
def test_a_browser_plays_a_finding_to_its_end(bakery, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(pictures.course_page(pictures.course_picture(bakery, "bread-1")), encoding="utf-8")
    dom = subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000",
                          "--dump-dom", page.as_uri() + "#finding-1-3"], capture_output=True, text=True, timeout=120).stdout
    assert "Finding 1, step by step" in dom and 'class="end stuck"' in dom and "2/2 tries" in dom
