"""Canvas in Python: brought in line over a transport of one's own, and what it tells of grades and of who is excused."""
import json
import urllib.parse
from decimal import Decimal

import pytest

import provost
from provost import lms

NOW = "Fri, 27 Nov 2026 19:00:00 GMT"


class Canvas:
    """The transport, and a Canvas of one course behind it with as much manners as the tests need."""

    def __init__(self):
        self.requests, self.users, self.places, self.works, self.token_is_right = [], {}, {}, [], True

    def __call__(self, request):
        self.requests.append(request)
        path, _, query = request.path.partition("?")
        fields = dict(urllib.parse.parse_qsl(request.body or query, keep_blank_values=True))
        status, found = self.answer(request.method, path.removeprefix("/api/v1/").split("/"), fields)
        headers = {"Date": NOW, **({"WWW-Authenticate": 'Bearer realm="canvas"'} if status == 401 else {})}
        return provost.HttpAnswer(id=request.id, status=status, body=json.dumps(found),
                                  headers=[provost.HttpHeader(name=name, value=headers[name]) for name in headers])

    def answer(self, method, path, fields):
        if not self.token_is_right:
            return 401, {"errors": [{"message": "Invalid access token."}]}
        if path == ["users", "self"]:
            return 200, {"id": 1, "name": "Admin"}
        if path[0] == "accounts":
            return self.in_account(method, path[2:], fields)
        if path[0] == "users":
            user = self.users.get(path[1].removeprefix("sis_user_id:").removeprefix("sis_user_id%3A"))
            if user is None:
                return 404, {"errors": [{"message": "The specified resource does not exist."}]}
            return 200, user
        if path[-1] == "sections":
            return 200, [{"id": 3, "name": "Basic cookery"}]
        if path[-1] == "enrollments":
            return self.in_course(method, fields)
        if path[-1] == "submissions":
            return 200, self.works
        return 200, {"id": 9, "sis_course_id": "COOK-1"}

    def in_account(self, method, path, fields):
        if not path:
            return 200, {"id": 1, "name": "College"}
        if method == "GET":
            return 200, []
        learner = fields["pseudonym[sis_user_id]"]
        self.users[learner] = {"id": 100, "sis_user_id": learner, "name": fields["user[name]"]}
        return 200, {"id": 100}

    def in_course(self, method, fields):
        if method == "POST":
            self.places[fields["enrollment[user_id]"]] = fields["enrollment[enrollment_state]"]
        rows = [{"id": 7, "user_id": 100, "course_section_id": 3, "enrollment_state": state, "sis_user_id": "A1",
                 "grades": {"final_score": 80, "current_score": 80}, "user": {"login_id": "a-learner"}}
                for state in self.places.values()]
        return 200, rows[0] if method == "POST" else rows


def work(item, score, excused=False):
    """A submission as Canvas tells it; of who is excused it tells no score."""
    return {"id": f"w{item}", "user_id": 100, "assignment_id": item, "workflow_state": "graded", "score": score,
            "grade": None if score is None else str(score), "excused": excused, "graded_at": "2026-11-27T10:00:00Z",
            "posted_at": "2026-11-27T10:00:00Z", "grade_matches_current_submission": True, "attempt": 1,
            "assignment": {"points_possible": 10, "grading_type": "points"},
            "user": {"sis_user_id": "A1", "login_id": "a-learner"}}


def test_canvas_is_brought_in_line_and_then_left_alone(enrolled):
    there = Canvas()
    with lms.CanvasLms(transport=there, account="1") as adapter:
        assert adapter.abilities.name == "canvas"
        summary = lms.run(enrolled, adapter)
        assert summary.applied == summary.actions == 3 and not summary.get("failed")
        assert list(there.users) == ["A1"] and list(there.places.values()) == ["active"]
        before = len(there.requests)
        assert lms.run(enrolled, adapter).get("actions", 0) == 0 and len(there.requests) == before
        rows = list(adapter.list(provost.LmsListingAsk(listing="enrolments", course="COOK-1")))
        assert rows[0].learner == "A1" and rows[0].access == "active" and rows[1].complete
    assert all(request.secret == "bearer" for request in there.requests)


def test_a_wrong_token_of_canvas_is_told_and_nothing_is_settled(enrolled):
    there = Canvas()
    there.token_is_right = False
    with lms.CanvasLms(transport=there) as adapter:
        assert adapter.check().error == "auth"
        summary = lms.run(enrolled, adapter)
        assert not summary.get("applied") and summary.failed
        there.token_is_right = True
        assert adapter.check().about == "Canvas, College, user 1"


def test_who_is_excused_has_no_result_and_lacks_in_nothing(enrolled):
    there = Canvas()
    there.places["100"] = "active"
    there.works = [work(11, 8), work(12, None, excused=True), work(13, None)]
    with lms.CanvasLms(transport=there) as adapter:
        *found, end = adapter.list(provost.LmsListingAsk(listing="results", course="COOK-1"))
        assert [row.item for row in found] == ["11", None] and end.complete and end.rows == 2
        assert found[0].score == Decimal(8) and found[0].most == Decimal(10)
        assert found[1].all_items_graded  # the grade of the course: WIS-AG-11
        enrolled.define(provost.LmsConnection(key="canvas", label="Canvas", auto_grade=True))
        enrolled.results.link_lms_course(connection="canvas", lms_course="COOK-1", course="COOK-1")
        summary = lms.results(enrolled, adapter, connection="canvas")
        assert summary.rows == 2 and not summary.get("held") and not summary.get("refused")
