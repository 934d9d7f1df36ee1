/* A store of the host's own, complete, in arrays. Provost hands it documents in canonical text (members in byte order,
 * no blanks), so nothing has to be decoded here: record documents and key values are kept as they came, as pieces of
 * JSON text, and compared byte by byte. The program runs the requests that it reads (tests/capi gives it a story). */
#include <inttypes.h>
#include <provost.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char* at;
    size_t size;
} piece; /* of JSON text: one value, with its quotes or brackets */

static size_t value_size(const char* at) {
    size_t i = 0;
    int depth = 0;
    for (;; i++) {
        if (at[i] == '"') {
            for (i++; at[i] != '"'; i++) i += at[i] == '\\';
        } else if (at[i] == '{' || at[i] == '[') {
            depth++;
        } else if (at[i] == '}' || at[i] == ']') {
            if (--depth < 0) return i; /* the end of what holds a number or word */
        } else if (at[i] == ',' && depth == 0) {
            return i;
        }
        if (depth == 0 && strchr("}]\"", at[i]) != NULL) return i + 1;
    }
}

/* Steps through the items of an array or the members of an object: `*at` begins behind the opening bracket. */
static int next(const char** at, piece* value) {
    if (**at == ',') ++*at;
    if (**at == ']' || **at == '}') return 0;
    *value = (piece){*at, value_size(*at)};
    *at += value->size;
    return 1;
}

static piece member(piece object, const char* name) {
    const char* at = object.at + 1;
    piece key, value;
    while (next(&at, &key)) {
        at++; /* the colon */
        next(&at, &value);
        if (key.size == strlen(name) + 2 && memcmp(key.at + 1, name, key.size - 2) == 0) return value;
    }
    return (piece){"[]", 2}; /* absent: no list */
}

static int64_t number(piece object, const char* name) { return strtoll(member(object, name).at, NULL, 10); }
static int same(piece a, piece b) { return a.size == b.size && memcmp(a.at, b.at, a.size) == 0; }

typedef struct row {
    char* text; /* the write as it came; the pieces below lie in it */
    piece kind, document, keys;
    int64_t id, version;
    struct row* made_before;
} row; /* never changed once it is made */

typedef struct {
    row** rows; /* in ascending order of id */
    size_t count;
    int64_t revision, next_id;
    row* made_last; /* all rows, also those that were replaced: they go with the store */
} store;

static row* make_row(store* s, piece write) {
    row* made = malloc(sizeof *made);
    made->text = malloc(write.size);
    const piece copy = {memcpy(made->text, write.at, write.size), write.size};
    made->kind = member(copy, "kind");
    made->document = member(copy, "document");
    made->keys = member(copy, "keys");
    made->id = number(copy, "id");
    made->version = number(copy, "version");
    made->made_before = s->made_last;
    return s->made_last = made;
}

static size_t place_of(const store* s, piece kind, int64_t id) {
    for (size_t i = 0; i < s->count; i++) {
        if (s->rows[i]->id == id && same(s->rows[i]->kind, kind)) return i;
    }
    return s->count;
}

static int64_t version_of(const store* s, piece kind, int64_t id) {
    const size_t place = place_of(s, kind, id);
    return place == s->count ? 0 : s->rows[place]->version;
}

/* Whether an index of the row begins with these values: ["a"] of ["a","b"]. A whole key has all of them. */
static int stands_under(const row* r, piece index, piece values) {
    const char* at = r->keys.at + 1;
    piece key;
    if (same(index, (piece){"\"id\"", 4})) return strtoll(values.at + 2, NULL, 10) == r->id; /* ["12"] */
    while (next(&at, &key)) {
        const piece own = member(key, "values");
        if (!same(member(key, "index"), index) || own.size < values.size) continue;
        if (memcmp(own.at, values.at, values.size - 1) == 0 && strchr(",]", own.at[values.size - 1])) return 1;
    }
    return 0;
}

static void add_text(provost_text* text, const char* bytes) { provost_text_append(text, bytes, SIZE_MAX, NULL); }

/* From here on: what Provost calls. */
static provost_status reserve(void* user_data, int64_t count, int64_t* first) {
    store* s = user_data;
    *first = s->next_id;
    s->next_id += count;
    return PROVOST_OK;
}

/* Appends {"documents":[...]}: the rows of a key or query, in ascending order of id. */
static void select_rows(const store* s, piece asked, int64_t after, int64_t limit, provost_text* out) {
    const piece kind = member(asked, "kind"), index = member(asked, "index"), values = member(asked, "values");
    int64_t found = 0;
    add_text(out, "{\"documents\":[");
    for (size_t i = 0; i < s->count && found < limit; i++) {
        const row* r = s->rows[i];
        if (r->id <= after || !same(r->kind, kind)) continue;
        if (values.size > 2 && !stands_under(r, index, values)) continue;
        if (found++ > 0) add_text(out, ",");
        provost_text_append(out, r->document.at, r->document.size, NULL);
    }
    add_text(out, "]}");
}

static provost_status load(void* user_data, const char* keys, size_t length, provost_text* found) {
    const store* s = user_data;
    const char* at = member((piece){keys, length}, "keys").at + 1;
    piece key;
    char revision[48];
    add_text(found, "{\"found\":[");
    for (int first = 1; next(&at, &key); first = 0) {
        if (!first) add_text(found, ",");
        select_rows(s, key, 0, INT64_MAX, found);
    }
    snprintf(revision, sizeof revision, "],\"revision\":%" PRId64 "}", s->revision);
    add_text(found, revision);
    return PROVOST_OK;
}

static provost_status find(void* user_data, const char* query, size_t length, provost_text* documents) {
    const piece asked = {query, length};
    select_rows(user_data, asked, number(asked, "after"), number(asked, "limit"), documents);
    return PROVOST_OK;
}

/* Whether a unique key of the row stands as a unique key of another row of its kind. */
static int clashes(const store* s, const row* made) {
    const char* mine = made->keys.at + 1;
    piece key, other;
    while (next(&mine, &key)) {
        if (*member(key, "unique").at != 't') continue;
        for (size_t i = 0; i < s->count; i++) {
            if (s->rows[i]->id == made->id || !same(s->rows[i]->kind, made->kind)) continue;
            const char* theirs = s->rows[i]->keys.at + 1;
            while (next(&theirs, &other)) {
                if (same(other, key)) return 1; /* index, unique and values */
            }
        }
    }
    return 0;
}

/* Puts a row in place of the one with its id, or where its id belongs. */
static void put(store* s, row* made) {
    size_t place = place_of(s, made->kind, made->id);
    if (place == s->count) {
        s->rows = realloc(s->rows, ++s->count * sizeof *s->rows);
        for (; place > 0 && s->rows[place - 1]->id > made->id; place--) s->rows[place] = s->rows[place - 1];
    }
    s->rows[place] = made;
    if (*member((piece){made->text, SIZE_MAX}, "takes_id").at == 't' && made->id >= s->next_id)
        s->next_id = made->id + 1;
}

static void destroy(void* user_data) {
    store* s = user_data;
    for (row *old, *one = s->made_last; one != NULL; one = old) {
        old = one->made_before;
        free(one->text);
        free(one);
    }
    free(s->rows);
}

/* All or nothing: when a write does not hold, the array of before comes back. */
static int apply(store* s, piece unit) {
    const char *reads = member(unit, "reads").at + 1, *writes = member(unit, "writes").at + 1;
    const store before = *s;
    piece one;
    int holds = 1;
    while (next(&reads, &one)) {
        holds = holds && version_of(s, member(one, "kind"), number(one, "id")) == number(one, "version");
    }
    s->rows = malloc((s->count + 1) * sizeof *s->rows);
    for (size_t i = 0; i < s->count; i++) s->rows[i] = before.rows[i];
    while (holds && next(&writes, &one)) {
        row* made = make_row(s, one);
        holds = version_of(s, made->kind, made->id) == number(one, "expected") && !clashes(s, made);
        if (holds) put(s, made);
    }
    free(holds ? before.rows : s->rows);
    if (holds) return 1;
    s->rows = before.rows;
    s->count = before.count;
    return 0;
}

static provost_status commit(void* user_data, const char* units, size_t length, provost_text* outcomes) {
    store* s = user_data;
    const char* at = member((piece){units, length}, "units").at + 1;
    piece unit;
    char outcome[80];
    add_text(outcomes, "{\"outcomes\":[");
    const int64_t revision = s->revision + 1;
    for (int first = 1; next(&at, &unit); first = 0) {
        const char* state = apply(s, unit) ? "applied" : "stale";
        if (*state == 'a') s->revision = revision;
        snprintf(outcome, sizeof outcome, "%s{\"revision\":%" PRId64 ",\"state\":\"%s\"}", first ? "" : ",",
                 s->revision, state);
        add_text(outcomes, outcome);
    }
    add_text(outcomes, "]}");
    return PROVOST_OK;
}

int main(void) {
    store rows = {NULL, 0, 0, 1, NULL};
    provost_store table = {sizeof table, &rows, destroy, reserve, load, find, commit, NULL};
    provost_engine* engine = NULL;
    provost_error* error = NULL;
    provost_text* answer = NULL;
    char line[4096];
    provost_status status = provost_open_store(&table, NULL, &engine, &error);
    while (status == PROVOST_OK && fgets(line, sizeof line, stdin) != NULL) {
        status = provost_run(engine, line, SIZE_MAX, &answer, &error);
        if (status == PROVOST_OK) puts(provost_text_data(answer));
        provost_text_free(answer);
    }
    if (status != PROVOST_OK) fprintf(stderr, "%s\n", provost_error_document(error));
    provost_error_free(error);
    provost_close(engine, NULL);
    return (int)status;
}
