"""The doors through which run.py tells a story: the Python module, or a program that is spoken to as README.md says.

Both have the same methods; what they answer is the library's own text, so that it can be compared byte for byte. A call
that fails raises the door's `Error`, which has a status, a code and a pointer.
"""
import json
import shlex
import subprocess
import sys

STORE, SECRET, MOST = ":memory:", "scenarios", 1000


class PythonDoor:
    """The Python module of this process."""

    def __init__(self):
        try:
            import provost  # here, because the other doors do without it
        except ImportError as problem:
            sys.exit("run.py: the Python module is not there (PYTHONPATH): %s" % problem)
        self.provost, self.Error = provost, provost.ProvostError

    def open(self, now):
        self.engine = self.provost.open(STORE, now=now, secret=SECRET)

    def close(self):
        self.engine.close()

    def run(self, document):
        return self.engine.run_document(document)

    def find(self, query):
        return self.engine._handle.find(json.dumps({"limit": MOST, **query}, ensure_ascii=False))

    def journal(self):
        position = self.engine.journal()
        return position.entries, position.state or ""

    def begin(self, document):
        self.session = self.provost._provost.begin(self.engine._handle, document.encode())

    def feed(self, data):
        self.session.feed(data)

    def take(self):
        return self.session.take()

    def finish(self):
        return self.session.finish()

    def end(self):
        self.session.close()

    def leave(self):
        pass


class Failure(Exception):
    """An error of the library, as a program sent it."""

    def __init__(self, document):
        error = json.loads(document)
        self.status, self.code, self.pointer = error["status"], error["code"], error.get("pointer", "")
        super().__init__("%s [%s]" % (error.get("message", ""), self.code))


class ProgramDoor:
    """A program in another language; one process tells all stories."""

    Error = Failure

    def __init__(self, name, command):
        self.name = name
        try:
            self.program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        except OSError as problem:
            sys.exit("run.py: the door %s can not be opened: %s" % (name, problem))

    def open(self, now):
        try:
            self.ask("open", "%d %s" % (round(now.timestamp() * 1000), SECRET))
        except Failure as problem:
            sys.exit("run.py: the door %s opens no engine: %s" % (self.name, problem))

    def close(self):
        self.ask("close")

    def run(self, document):
        return self.ask("run", document)

    def find(self, query):
        return pieces(self.ask("find", json.dumps({"limit": MOST, **query}, ensure_ascii=False)))

    def journal(self):
        position = json.loads(self.ask("journal"))
        return position["entries"], position.get("state", "")

    def begin(self, document):
        self.ask("begin", document)

    def feed(self, data):
        self.ask("feed", data)

    def take(self):
        self.send("take", b"")
        word, stream = self.receive()
        return None if word == "none" else (stream.decode(), self.receive()[1])

    def finish(self):
        return self.ask("finish")

    def end(self):
        self.ask("end")

    def leave(self):
        """Lets the program end; one that fails then (leaks, for example) fails the run."""
        self.program.stdin.close()
        if self.program.wait() != 0:
            sys.exit("run.py: the door %s ended with status %d" % (self.name, self.program.returncode))

    def ask(self, word, text=""):
        self.send(word, text.encode() if isinstance(text, str) else text)
        return self.receive()[1].decode()

    def send(self, word, data):
        try:
            self.program.stdin.write(b"%s %d\n%s\n" % (word.encode(), len(data), data))
            self.program.stdin.flush()
        except BrokenPipeError:
            sys.exit("run.py: the door %s does not listen; it ended with status %d" % (self.name, self.program.wait()))

    def receive(self):
        """The word of a message (ok, none), and its bytes."""
        head = self.program.stdout.readline()
        if not head:
            sys.exit("run.py: the door %s ended with status %d" % (self.name, self.program.wait()))
        word, _, size = head.decode(errors="replace").strip().partition(" ")
        if word not in ("ok", "none", "error") or not size.isdigit():
            self.program.kill()
            sys.exit("run.py: the door %s answered no message but %r" % (self.name, head))
        data = self.program.stdout.read(int(size) + 1)
        if word == "error":
            raise Failure(data)
        return word, data[:-1]


def pieces(array):
    """The texts of a JSON array's members, each as it stands."""
    decoder, found, place = json.JSONDecoder(), [], 1
    while array[place] != "]":
        _, end = decoder.raw_decode(array, place)
        found.append(array[place:end])
        place = end + (array[end] == ",")
    return found


def door_of(option):
    """The door that `--door` names: "python", or NAME=COMMAND."""
    name, _, command = option.partition("=")
    if name == "python" and not command:
        return PythonDoor()
    if not name or not command.strip():
        sys.exit("run.py: --door takes python or NAME=COMMAND, not %s" % option)
    return ProgramDoor(name, shlex.split(command))
