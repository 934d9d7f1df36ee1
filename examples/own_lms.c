/* An LMS of the host's own, in arrays: enough to be provisioned and observed. Provost hands it documents in canonical
 * text (members in byte order, no blanks), one a line, so the pieces that matter are kept as they came and nothing is
 * decoded. The program opens the store named by its argument, brings this LMS in line with it, and prints who may enter
 * what. */
#include <provost_lms.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { most = 10000, longest = 200 };
typedef struct {
    char course[longest], learner[longest], access[20]; /* JSON values, with their quotes */
} enrolment;
typedef struct {
    enrolment rows[most];
    size_t count;
} own_lms;

/* The value of a member that is a text; the empty text when it is not there. Names are unique in these documents. */
static void member(const char* line, const char* end, const char* name, char* value) {
    char key[40];
    const int size = snprintf(key, sizeof key, "\"%s\":\"", name);
    strcpy(value, "\"\"");
    for (const char* at = line; at + size < end; at++) {
        if (strncmp(at, key, (size_t)size) != 0) continue;
        const char* from = at + size - 1;
        const char* to = from + 1;
        while (to < end && *to != '"') to += *to == '\\' ? 2 : 1;
        if (to - from + 2 > longest) return;
        memcpy(value, from, (size_t)(to - from + 1));
        value[to - from + 1] = '\0';
        return;
    }
}

static enrolment* find(own_lms* lms, const char* course, const char* learner) {
    for (size_t i = 0; i < lms->count; i++) {
        if (strcmp(lms->rows[i].course, course) == 0 && strcmp(lms->rows[i].learner, learner) == 0)
            return &lms->rows[i];
    }
    return NULL;
}

static provost_status add(provost_text* out, const char* format, const char* a, const char* b, const char* c) {
    char line[4 * longest];
    const int size = snprintf(line, sizeof line, format, a, b, c);
    return size < 0 || (size_t)size >= sizeof line ? PROVOST_LIMIT : provost_text_append(out, line, (size_t)size, NULL);
}

/* One action, one outcome. Accounts and courses need nothing here: they are known by their ids. */
static provost_status carry_out_one(own_lms* lms, const char* line, const char* end, provost_text* outcomes) {
    char op_id[longest], kind[longest], course[longest], learner[longest], access[longest];
    member(line, end, "op_id", op_id);
    member(line, end, "kind", kind);
    member(line, end, "course", course);
    member(line, end, "learner", learner);
    member(line, end, "access", access);
    enrolment* held = find(lms, course, learner);
    if (strcmp(kind, "\"look_up_enrolment\"") == 0) {
        const char* has = held == NULL ? "\"absent\"" : held->access;
        return add(outcomes, "{\"op_id\":%s,\"status\":\"unchanged\",\"observed\":%s%s}\n", op_id, has, "");
    }
    if (strcmp(kind, "\"upsert_enrolment\"") != 0)
        return add(outcomes, "{\"op_id\":%s,\"status\":\"unchanged\"%s%s}\n", op_id, "", "");
    if (held == NULL) {
        if (lms->count == most)
            return add(outcomes, "{\"op_id\":%s,\"status\":\"failed\",\"problem\":\"full\"%s%s}\n", op_id, "", "");
        held = &lms->rows[lms->count++];
        strcpy(held->course, course);
        strcpy(held->learner, learner);
    }
    const size_t size = strlen(access);
    if (size >= sizeof held->access) return PROVOST_INVALID;
    memcpy(held->access, access, size + 1);
    return add(outcomes, "{\"op_id\":%s,\"status\":\"applied\"%s%s}\n", op_id, "", "");
}

static provost_status carry_out(void* user_data, const char* actions, size_t length, provost_text* outcomes) {
    const char* all = actions + length;
    while (actions < all) {
        const char* end = memchr(actions, '\n', (size_t)(all - actions));
        if (end == NULL) end = all;
        const provost_status status = carry_out_one(user_data, actions, end, outcomes);
        if (status != PROVOST_OK) return status;
        actions = end + 1;
    }
    return PROVOST_OK;
}

/* Enrolments are all that it lists. */
static provost_status list(void* user_data, const char* ask, size_t length, provost_text* rows) {
    own_lms* lms = user_data;
    char listing[longest];
    member(ask, ask + length, "listing", listing);
    if (strcmp(listing, "\"enrolments\"") != 0)
        return add(rows, "{\"listing\":%s,\"error\":\"unsupported\"%s%s}\n", listing, "", "");
    for (size_t i = 0; i < lms->count; i++) {
        const enrolment* row = &lms->rows[i];
        const provost_status status =
            add(rows, "{\"course\":%s,\"learner\":%s,\"access\":%s}\n", row->course, row->learner, row->access);
        if (status != PROVOST_OK) return status;
    }
    char count[20];
    snprintf(count, sizeof count, "%zu", lms->count);
    return add(rows, "{\"listing\":%s,\"complete\":true,\"rows\":%s%s}\n", listing, count, "");
}

int main(int argc, char** argv) {
    provost_engine* engine = NULL;
    provost_text* summary = NULL;
    provost_error* error = NULL;
    own_lms* lms = calloc(1, sizeof *lms);
    const provost_lms table = {sizeof table, lms, NULL, carry_out, list};
    if (argc < 2 || lms == NULL) return 2;
    if (provost_open(argv[1], SIZE_MAX, NULL, &engine, &error) != PROVOST_OK ||
        provost_lms_run(engine, &table, "{\"session\":\"lms.provision\"}", SIZE_MAX, &summary, &error) != PROVOST_OK) {
        fprintf(stderr, "%s\n", provost_error_message(error));
        return 1;
    }
    for (size_t i = 0; i < lms->count; i++) {
        printf("%s %s %s\n", lms->rows[i].course, lms->rows[i].learner, lms->rows[i].access);
    }
    puts(provost_text_data(summary));
    provost_text_free(summary);
    free(lms);
    return provost_close(engine, NULL) == PROVOST_OK ? 0 : 1;
}
