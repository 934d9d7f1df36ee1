/* A training term, end to end, in C: see term.cpp, which does the same. The library opens no file but its store: this
 * program opens the files, begins a session per file, feeds bytes and takes what comes out.
 *     term_c INPUT_DIR OUTPUT_DIR [--now 2026-06-30T00:00Z] [--zone Australia/Melbourne]                            */
#define _DEFAULT_SOURCE
#include <provost.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { most_outputs = 64, path_size = 4096, piece = 1 << 16 };

static const char *input_folder, *output_folder, *zone = "Australia/Melbourne", *now = "2026-06-30T00:00Z";
static struct { /* written beside their place, moved there when they are complete */
    char name[256];
    FILE* file;
} outputs[most_outputs];
static int output_count, step_count;
static provost_engine* engine;
static provost_session* lms;
static provost_error* error;
static FILE* steps; /* the summary's steps, as they come */

static void fail(const char* what) {
    fprintf(stderr, "term_c: %s\n", what);
    exit(1);
}

/* An error of the library ends the program, in the library's own words. */
static void check(provost_status status) {
    if (status == PROVOST_OK) return;
    fprintf(stderr, "term_c: %s:%lld %s %s\n", provost_error_file(error), (long long)provost_error_line(error),
            provost_error_pointer(error), provost_error_message(error));
    exit(1);
}

static const char* path_of(const char* folder, const char* name, const char* suffix) {
    static char path[path_size];
    if (snprintf(path, sizeof path, "%s/%s%s", folder, name, suffix) >= (int)sizeof path) fail("a path is too long");
    return path;
}

static void append(const char* name, const char* bytes, size_t size) {
    int i = 0;
    while (i < output_count && strcmp(outputs[i].name, name) != 0) ++i;
    if (i == output_count) {
        if (output_count == most_outputs) fail("too many outputs");
        snprintf(outputs[i].name, sizeof outputs[i].name, "%s", name);
        outputs[output_count++].file = fopen(path_of(output_folder, name, ".part"), "wb");
        if (outputs[i].file == NULL) fail("cannot write an output");
    }
    if (fwrite(bytes, 1, size, outputs[i].file) != size) fail("cannot write an output");
}

/* Moves the outputs from number `first` on to their places. */
static void finish_outputs(int first) {
    char part[path_size];
    for (int i = first; i < output_count; ++i) {
        if (fclose(outputs[i].file) != 0) fail("cannot write an output");
        snprintf(part, sizeof part, "%s", path_of(output_folder, outputs[i].name, ".part"));
        if (rename(part, path_of(output_folder, outputs[i].name, "")) != 0) fail("cannot move an output");
    }
    output_count = first;
}

static provost_session* begin(const char* format, ...) {
    char document[path_size];
    int start = snprintf(document, sizeof document, "{\"recorded\":\"%s\",", now);
    va_list words;
    va_start(words, format);
    vsnprintf(document + start, sizeof document - (size_t)start, format, words);
    va_end(words);
    provost_session* session;
    check(provost_session_begin(engine, document, SIZE_MAX, &session, &error));
    return session;
}

static void feed(provost_session* session, const char* bytes, size_t size) {
    check(provost_session_feed(session, bytes, size, &error));
}

/* The next piece of output, the caller's; 0 when there is none. */
static int take(provost_session* session, provost_text** stream, provost_text** bytes) {
    check(provost_session_take(session, stream, bytes, &error));
    return *stream != NULL;
}

/* Feeds everything that one session gives to another one; NULL drops it. */
static void move_all(provost_session* from, provost_session* to) {
    provost_text *stream = NULL, *bytes = NULL;
    while (take(from, &stream, &bytes)) {
        if (to != NULL) feed(to, provost_text_data(bytes), provost_text_size(bytes));
        provost_text_free(stream);
        provost_text_free(bytes);
    }
}

static void take_files(provost_session* session, const char* folder) {
    provost_text *stream = NULL, *bytes = NULL;
    while (take(session, &stream, &bytes)) {
        char name[256];
        const char* s = provost_text_data(stream);
        const char* suffix = strcmp(s, "problems") == 0 ? ".csv" : strcmp(s, "explanations") == 0 ? ".jsonl" : "";
        snprintf(name, sizeof name, "%s%s%s", folder, s, suffix);
        append(name, provost_text_data(bytes), provost_text_size(bytes));
        provost_text_free(stream);
        provost_text_free(bytes);
    }
}

/* Ends a session; its summary is valid until the next call. */
static const char* finish(provost_session* session) {
    static provost_text* summary = NULL;
    provost_text_free(summary);
    check(provost_session_finish(session, &summary, &error));
    return provost_text_data(summary);
}

static void tell(const char* what, provost_session* session, const char* folder) {
    take_files(session, folder);
    const char* summary = finish(session);
    printf(isatty(STDOUT_FILENO) ? "\033[1m%s\033[0m: %s\n" : "%s: %s\n", what, summary);
    fflush(stdout);
    fprintf(steps, "%s  {\"step\":\"%s\",\"result\":%s}", step_count++ > 0 ? ",\n" : "", what, summary);
    take_files(session, folder);
    provost_session_free(session);
}

/* One session per file: feed it as it is read, take what it reports. */
static void import(const char* name, const char* kind, const char* preset, const char* detail) {
    char bytes[piece];
    provost_session* session =
        begin("\"session\":\"%s\",\"file\":\"%s\"%s%s%s,\"zone\":\"%s\",\"detail\":\"%s\"}", kind, name,
              *preset ? ",\"preset\":\"" : "", preset, *preset ? "\"" : "", zone, detail);
    FILE* file = fopen(path_of(input_folder, name, ""), "rb");
    if (file == NULL) fail(path_of(input_folder, name, " can not be read"));
    for (size_t size; (size = fread(bytes, 1, sizeof bytes, file)) > 0;) {
        feed(session, bytes, size);
        take_files(session, "");
    }
    fclose(file);
    tell(name, session, "");
}

/* The LMS in memory forgets; what was sent to it in earlier runs stands in a file and is sent again. */
static void remember_lms(void) {
    char bytes[piece];
    lms = begin("\"session\":\"lms.memory\"}");
    FILE* sent = fopen(path_of(output_folder, "lms/sent.jsonl", ""), "rb+");
    if (sent == NULL) return;
    long whole = 0; /* a kill may have torn the last line; its actions come again */
    for (int byte; (byte = fgetc(sent)) != EOF;) whole = byte == '\n' ? ftell(sent) : whole;
    if (fseek(sent, 0, SEEK_SET) != 0 || ftruncate(fileno(sent), whole) != 0) fail("cannot mend what was sent");
    for (size_t size; (size = fread(bytes, 1, sizeof bytes, sent)) > 0;) feed(lms, bytes, size);
    fclose(sent);
    move_all(lms, NULL);
}

/* First the LMS and the drop folder, then the report: killed in between, the same actions come again. */
static void carry_out(provost_session* session, const provost_text* actions) {
    feed(lms, provost_text_data(actions), provost_text_size(actions));
    FILE* sent = fopen(path_of(output_folder, "lms/sent.jsonl", ""), "ab");
    if (sent == NULL || fwrite(provost_text_data(actions), provost_text_size(actions), 1, sent) != 1 ||
        fclose(sent) != 0)
        fail("cannot write what was sent");
    provost_session* drop = begin("\"session\":\"lms.file_drop\",\"connection\":\"north\",\"worker\":\"term\"}");
    feed(drop, provost_text_data(actions), provost_text_size(actions));
    finish(drop);
    const int first = output_count;
    take_files(drop, "lms/out/");
    finish_outputs(first); /* the manifest is the last: it says that the package is complete */
    provost_session_free(drop);
    move_all(lms, session);
}

/* Step mode: take the next actions, carry them out, report. Many removals at once wait until somebody has looked at the
 * plan and quotes its hash; here the plan is approved as it is. */
static void provision(const char* title, const char* approval) {
    char wanted[128] = "", name[256];
    provost_text *stream, *bytes;
    provost_session* session =
        begin("\"session\":\"lms.provision\",\"worker\":\"term\",\"approval\":\"%s\"}", approval);
    while (take(session, &stream, &bytes)) {
        if (strcmp(provost_text_data(stream), "approval") == 0) {
            snprintf(wanted, sizeof wanted, "%s", provost_text_data(bytes));
        } else {
            carry_out(session, bytes);
        }
        provost_text_free(stream);
        provost_text_free(bytes);
    }
    tell(title, session, "lms/");
    if (*wanted && snprintf(name, sizeof name, "%s, removals approved", title) > 0) provision(name, wanted);
}

static void run(void) {
    append("problems.csv", "file,line,problem\n", 18);
    append("explanations.jsonl", "", 0);
    static const char* const files[][4] = {{"organisation.json", "organisation", "", "verdict"},
                                           {"templates.csv", "import", "catalogue", "verdict"},
                                           {"prerequisites.csv", "import", "prerequisites", "verdict"},
                                           {"courses.csv", "import", "catalogue", "verdict"},
                                           {"learners.csv", "import", "learners", "verdict"},
                                           {"programs.csv", "import", "programs", "verdict"},
                                           {"prior_achievements.csv", "import", "prior_achievements", "verdict"},
                                           {"enrolments.csv", "import", "enrolments", "reason"}}; /* explained */
    for (int i = 0; i < 8; ++i) import(files[i][0], files[i][1], files[i][2], files[i][3]);
    remember_lms();
    provision("provisioning", "");
    import("lms_results.csv", "import", "results", "verdict");
    import("finalise.csv", "import", "finalise", "verdict");
    provision("provisioning after finalising", "");
    tell("enrolment list", begin("\"session\":\"enrolments\"}"), "");
    tell("statutory files",
         begin("\"session\":\"statutory\",\"collection_year\":2026,\"submitted_on\":\"2026-06-30\"}"), "");
    provost_session* comparison =
        begin("\"session\":\"lms.observe\",\"worker\":\"term\"}"); /* does the LMS look as it was agreed? */
    finish(lms);
    move_all(lms, comparison);
    provost_session_free(lms);
    tell("LMS compared", comparison, "lms/");
    finish_outputs(0);
}

int main(int count, char** words) {
    const char* folders[2] = {NULL, NULL};
    for (int i = 1, found = 0; i < count; ++i) {
        const char** option = strcmp(words[i], "--now") == 0 ? &now : strcmp(words[i], "--zone") == 0 ? &zone : NULL;
        if (option != NULL && i + 1 < count)
            *option = words[++i];
        else if (found < 2)
            folders[found++] = words[i];
    }
    if (folders[1] == NULL) fail("INPUT_DIR OUTPUT_DIR [--now 2026-06-30T00:00Z] [--zone Australia/Melbourne]");
    input_folder = folders[0], output_folder = folders[1];
    static const char* const folders_made[] = {"", "lms", "lms/out", "nat"};
    for (int i = 0; i < 4; ++i) mkdir(path_of(output_folder, folders_made[i], ""), 0777);
    check(provost_open(path_of(output_folder, "provost.db", ""), SIZE_MAX, NULL, &engine, &error));
    if ((steps = fopen(path_of(output_folder, "summary.json", ""), "wb")) == NULL) fail("cannot write the summary");
    fprintf(steps, "{\"steps\":[\n");
    run();
    provost_text* journal = NULL;
    check(provost_journal(engine, &journal, &error));
    const char* state = strstr(provost_text_data(journal), "\"state\":"); /* 74 bytes: the name and 64 digits */
    fprintf(steps, "],\n%.74s,\n\"journal\":%s}\n", state, provost_text_data(journal));
    printf("journal %s\n", provost_text_data(journal));
    check(provost_close(engine, &error));
    return fclose(steps) == 0 ? 0 : 1;
}
