"""A store of one's own, complete: records in dicts. A real one would keep them in a database; what it has to promise is
the same, and stands in these methods.

    python3 examples/own_store.py

A store understands nothing of what it keeps. It is given each record as a document (JSON text) with a kind, an id, a
version, and the keys under which the record is to be found.
"""
import datetime

import provost
from provost.adapters import Loaded, Outcome, Store, Traits


class DictStore(Store):
    def __init__(self):
        self.revision = 0  # counts the commits
        self.next_id = 1
        self.records = {}  # kind -> {id: (version, document, keys)}
        self.found = {}    # (kind, index, values) -> ids of the records under that key
        self.unique = {}   # (kind, index, values) -> id of the only record that may stand there

    def reserve(self, count):
        first, self.next_id = self.next_id, self.next_id + count
        return first

    def load(self, keys):
        return Loaded(self.revision, [self.documents(key.kind, self.ids_under(key)) for key in keys])

    def ids_under(self, key):
        if key.index == "id":
            return [key.values[0]]
        return sorted(self.found.get((key.kind, key.index, key.values), ()))

    def documents(self, kind, ids):
        rows = self.records.get(kind, {})
        return [rows[id][1] for id in ids if id in rows]

    def find(self, query):
        """Keys begin with the values of the query; without values all records of the kind are meant."""
        if not query.values:
            ids = set(self.records.get(query.kind, ()))
        else:
            ids = set().union(*(under for (kind, index, values), under in self.found.items()
                                if (kind, index) == (query.kind, query.index)
                                and values[:len(query.values)] == query.values))
        page = sorted(id for id in ids if id > query.after)[:query.limit]
        return self.documents(query.kind, page)

    def commit(self, units):
        """Each unit wholly or not at all, one after the other: a later one sees what an earlier one wrote."""
        return [self.commit_one(unit) for unit in units]

    def commit_one(self, unit):
        # Nothing that the decision rests on may have moved since it was read ...
        if any(self.version(read.kind, read.id) != read.version for read in unit.reads):
            return Outcome.stale()
        done = []
        for write in unit.writes:
            # ... nor what it writes; and a unique key belongs to one record.
            if self.version(write.kind, write.id) != write.expected or self.is_taken(write):
                for kind, id, before in reversed(done):
                    self.put(kind, id, before)
                return Outcome.stale()
            done.append((write.kind, write.id, self.records.get(write.kind, {}).get(write.id)))
            self.put(write.kind, write.id, (write.version, write.document, write.keys))
        self.next_id = max([self.next_id] + [write.id + 1 for write in unit.writes if write.takes_id])
        self.revision += 1
        return Outcome.applied(self.revision)

    def version(self, kind, id):
        return self.records.get(kind, {}).get(id, (0,))[0]

    def is_taken(self, write):
        places = ((write.kind, key.index, key.values) for key in write.keys if key.unique)
        return any(self.unique.get(place, write.id) != write.id for place in places)

    def put(self, kind, id, row):
        """The record shall be so, under these keys only; None: it shall not be there."""
        rows = self.records.setdefault(kind, {})
        if id in rows:
            for key in rows[id][2]:
                self.found[kind, key.index, key.values].discard(id)
                if key.unique:
                    self.unique.pop((kind, key.index, key.values), None)
        if row is None:
            rows.pop(id, None)
            return
        rows[id] = row
        for key in row[2]:
            self.found.setdefault((kind, key.index, key.values), set()).add(id)
            if key.unique:
                self.unique[kind, key.index, key.values] = id

    def describe(self):
        return Traits("dicts", units_per_transaction=1000)


def main():
    store = DictStore()
    with provost.open(store, now=datetime.datetime(2026, 6, 30, tzinfo=datetime.timezone.utc)) as engine:
        engine.define(provost.Location(key="CITY", name="City campus", zone="Australia/Melbourne"))
        answer = engine.define(provost.Location(key="CITY", name="City campus", zone="Australia/Melbourne"))
        print("the second time:", answer.verdict)
        for location in engine.find("location"):
            print(location)
        print("journal entries:", engine.journal().entries, "- clean:", not engine.verify().findings)
    print("kinds in the dicts:", ", ".join(sorted(kind for kind, rows in store.records.items() if rows)))


if __name__ == "__main__":
    main()
