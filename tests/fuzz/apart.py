"""Work in a process of its own, so that one that dies or hangs is a problem like others."""
import json
import os
import signal
import traceback

PATIENCE = 60  # seconds that the work may take


def apart(work):
    """What work(note) answers in a process of its own. When that dies: a problem at the last number that was noted."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reads)
            signal.alarm(PATIENCE)
            with os.fdopen(writes, "w", buffering=1) as pipe:
                answer = work(lambda number: pipe.write("%d\n" % number))
                pipe.write(json.dumps(answer) + "\n")
            os._exit(0)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(writes)
    with os.fdopen(reads) as pipe:
        lines = pipe.read().splitlines()
    _, status = os.waitpid(child, 0)
    if status == 0:
        return json.loads(lines[-1])
    how = "signal %d" % os.WTERMSIG(status) if os.WIFSIGNALED(status) else "status %d" % os.WEXITSTATUS(status)
    return {"problem": "ended with " + how, "at": int(lines[-1]) if lines else 0, "outcomes": {}}
