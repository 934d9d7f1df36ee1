"""LMS in Python: the run, an LMS of one's own, Moodle over a server on loopback, and what the transport refuses."""
import http.server
import json
import logging
import socket
import ssl
import threading
import urllib.parse

import pytest

import provost
from provost import lms
from provost.lms_transport import is_public

TOKEN = "0123456789abcdef"


class Answers(http.server.BaseHTTPRequestHandler):
    """A Moodle with one course, and as much manners as the tests need."""

    def do_GET(self):
        self.do_POST()

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        form = dict(urllib.parse.parse_qsl(body, keep_blank_values=True))
        self.server.requests.append((self.path, dict(self.headers), form))
        status, headers, answer = self.server.answer(form)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


class Moodle(http.server.ThreadingHTTPServer):
    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answers)
        self.requests, self.users, self.enrolled = [], {}, {}
        self.fixed = None
        self.thread = threading.Thread(target=self.serve_forever)
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def stop(self):
        self.shutdown()
        self.thread.join()
        self.server_close()

    def answer(self, form):
        if self.fixed:
            return self.fixed
        if form.get("wstoken") != TOKEN:
            return 200, {}, json.dumps({"exception": "x", "errorcode": "invalidtoken"}).encode()
        found = getattr(self, form["wsfunction"], lambda form: None)(form)
        return 200, {"Content-Type": "application/json"}, json.dumps(found).encode()

    def core_webservice_get_site_info(self, form):
        return {"release": "4.5", "siteurl": self.url, "username": "provost", "functions": []}

    def core_course_get_courses_by_field(self, form):
        row = {"id": 9, "idnumber": "COOK-1", "fullname": "Basic cookery, autumn", "shortname": "c"}
        return {"courses": [row] if form["value"] in ("COOK-1", "9") else []}

    def core_user_get_users_by_field(self, form):
        values = {value for name, value in form.items() if name.startswith("values")}
        return [user for user in self.users.values() if user[form["field"]] in values]

    def core_user_create_users(self, form):
        made = []
        while f"users[{len(made)}][username]" in form:
            user = {name: form[f"users[{len(made)}][{name}]"]
                    for name in ("username", "firstname", "lastname", "email", "idnumber")}
            user["id"] = 100 + len(self.users)
            self.users[user["id"]] = user
            made.append({"id": user["id"], "username": user["username"]})
        return made

    def enrol_manual_enrol_users(self, form):
        self.enrolled[int(form["enrolments[0][userid]"])] = form["enrolments[0][suspend]"]

    def core_enrol_get_enrolled_users(self, form):
        suspended = "options[1][name]" in form
        return [{**self.users[user], "groups": []} for user, off in self.enrolled.items()
                if not suspended or off == "1"]


@pytest.fixture
def moodle():
    server = Moodle()
    yield server
    server.stop()


def connect(moodle, token=TOKEN, **options):
    return lms.MoodleLms(moodle.url, token, transport_options={"allow_private": True, "timeout": 5}, **options)


def test_moodle_is_brought_in_line_and_then_left_alone(moodle, enrolled):
    with connect(moodle) as adapter:
        assert adapter.abilities.name == "moodle" and adapter.abilities.has_windows
        summary = lms.run(enrolled, adapter)
        assert summary.applied == summary.actions == 3 and not summary.get("failed")
        assert moodle.users[100]["idnumber"] == "A1" and moodle.enrolled == {100: "0"}
        before = len(moodle.requests)
        assert lms.run(enrolled, adapter).get("actions", 0) == 0 and len(moodle.requests) == before
        enrolled.registration.cancel_place(learner="a-learner", course="COOK-1")
        rows = list(adapter.list(provost.LmsListingAsk(listing="enrolments", course="COOK-1")))
        assert [type(row).__name__ for row in rows] == ["LmsObserved", "LmsListingEnd"]
        assert rows[0].learner == "A1" and rows[0].access == "active" and rows[1].complete
    for path, headers, form in moodle.requests:
        assert path == "/webservice/rest/server.php" and form["wstoken"] == TOKEN
        assert TOKEN not in json.dumps(headers)


def test_a_wrong_token_is_told_and_nothing_is_settled(moodle, enrolled):
    with connect(moodle, "wrong") as adapter:
        assert adapter.check().error == "auth"
        summary = lms.run(enrolled, adapter)
        assert not summary.get("applied") and summary.failed
        assert not moodle.users
    with connect(moodle) as adapter:
        assert adapter.check().problem.startswith("The service lacks")
        assert adapter.check().about == f"Moodle 4.5, {moodle.url}, account provost"


class OwnLms(lms.Lms):
    """A host's own LMS: it does as it is told, but for whom it does not like."""

    def __init__(self):
        self.done = []

    def carry_out(self, actions):
        for action in actions:
            self.done.append((action.kind, action.learner, action.access))
            looks = action.kind == "look_up_enrolment"
            yield provost.LmsOutcome(op_id=action.op_id, status="applied", remote_id="r1",
                                     observed="absent" if looks else None)


def test_an_lms_of_ones_own_is_a_class(enrolled):
    own = OwnLms()
    assert lms.run(enrolled, own).applied == 3
    assert ("upsert_enrolment", "A1", "active") in own.done
    end, = own.list(provost.LmsListingAsk(listing="courses"))
    assert end.error == "unsupported" and not end.complete


def test_what_an_own_lms_raises_ends_the_run_and_all_comes_again(enrolled):
    class Broken(OwnLms):
        def carry_out(self, actions):
            yield from list(super().carry_out(actions))[:1]
            raise RuntimeError("the cable was cut")

    with pytest.raises(RuntimeError, match="cable"):
        lms.run(enrolled, Broken())
    own = OwnLms()
    lms.run(enrolled, own)  # nobody knows what became of the first try: it is looked up
    assert ("look_up_enrolment", "A1", "absent") in own.done
    lms.run(enrolled, own)
    assert ("upsert_enrolment", "A1", "active") in own.done


def test_a_bar_is_shown_only_when_it_is_wanted(enrolled, monkeypatch, capsys):
    shown = []

    class Bar:
        def __init__(self, **_): pass
        def __enter__(self): return self
        def __exit__(self, *_): pass
        def update(self, count): shown.append(count)

    monkeypatch.setitem(__import__("sys").modules, "tqdm", type("Module", (), {"tqdm": Bar}))
    lms.run(enrolled, OwnLms(), progress=True)
    assert sum(shown) == 3
    assert lms.run(enrolled, OwnLms(), progress=False).get("actions", 0) == 0 and sum(shown) == 3


# -- the transport ---------------------------------------------------------------------------------------------------

def request(**members):
    return provost.HttpRequest(**{"id": "m1", "method": "POST", "path": "/webservice/rest/server.php", "body": "a=1",
                                  "secret": "form_field", "secret_field": "wstoken", **members})


def carried(moodle, **options):
    return lms.HttpTransport(moodle.url, TOKEN, **{"allow_private": True, "timeout": 5, **options})


def test_the_secret_goes_where_it_is_wanted_and_into_no_log(moodle, caplog):
    caplog.set_level(logging.DEBUG, "provost.lms")
    moodle.fixed = 200, {"X-Echo": "1"}, TOKEN.encode()
    answer = carried(moodle)(request())
    assert answer.status == 200 and answer.transported == "answered" and answer.body == TOKEN
    assert moodle.requests[-1][2] == {"a": "1", "wstoken": TOKEN}
    carried(moodle)(request(secret="bearer", secret_field=""))
    path, headers, form = moodle.requests[-1]
    assert headers["Authorization"] == "Bearer " + TOKEN and form == {"a": "1"}
    carried(moodle)(request(method="GET", path="/api/v1/courses", body=None, secret="bearer"))
    assert moodle.requests[-1][0] == "/api/v1/courses" and not moodle.requests[-1][2]
    carried(moodle)(request(secret="none"))
    assert "Authorization" not in moodle.requests[-1][1] and TOKEN not in json.dumps(moodle.requests[-1])
    assert TOKEN not in caplog.text and "***" in caplog.text and "a=1" in caplog.text
    assert TOKEN not in repr(carried(moodle))


def test_redirects_are_not_followed(moodle):
    moodle.fixed = 302, {"Location": "http://127.0.0.1:9/elsewhere"}, b""
    answer = carried(moodle)(request())
    assert answer.status == 302 and len(moodle.requests) == 1


def test_a_large_answer_is_given_up(moodle):
    moodle.fixed = 200, {}, b"x" * 100_000
    assert carried(moodle, most_bytes=99_999)(request()).transported == "answer_lost"
    assert carried(moodle, most_bytes=100_000)(request()).transported == "answered"


def test_nobody_there_is_not_sent():
    with socket.socket() as held:  # bound and not listening: whoever connects is refused
        held.bind(("127.0.0.1", 0))
        transport = lms.HttpTransport(f"http://127.0.0.1:{held.getsockname()[1]}", TOKEN, allow_private=True, timeout=5)
        assert transport(request()).transported == "not_sent"


def test_private_addresses_are_refused_unless_they_are_allowed(moodle):
    port = moodle.server_address[1]
    refusing = lms.HttpTransport(f"https://127.0.0.1:{port}", TOKEN, timeout=5)
    assert refusing(request()).transported == "not_sent" and not moodle.requests
    for address in ("10.1.2.3", "192.168.1.1", "172.31.0.1", "169.254.169.254", "127.0.0.1", "0.0.0.0", "::1",
                    "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "224.0.0.1"):
        assert not is_public(address), address
    for address in ("93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"):
        assert is_public(address), address


@pytest.mark.parametrize("url, token", [("http://moodle.example", TOKEN), ("ftp://moodle.example", TOKEN),
                                        ("https://user@moodle.example", TOKEN), ("https://m.example?wstoken=1", TOKEN),
                                        ("https:///path", TOKEN), ("https://moodle.example", ""),
                                        ("https://moodle.example", "a\r\nb")])
def test_addresses_and_tokens_that_are_unfit(url, token):
    with pytest.raises(ValueError):
        lms.HttpTransport(url, token)


def test_certificates_are_verified(moodle):
    unverified = ssl.create_default_context()
    unverified.check_hostname = False
    unverified.verify_mode = ssl.CERT_NONE
    with pytest.raises(ValueError):
        lms.HttpTransport("https://moodle.example", TOKEN, certificates=unverified)
    # A server that does not speak TLS, or has no certificate that is trusted, is not spoken to.
    port = moodle.server_address[1]
    secure = lms.HttpTransport(f"https://127.0.0.1:{port}", TOKEN, allow_private=True, timeout=5)
    assert secure(request()).transported == "not_sent" and not moodle.requests
