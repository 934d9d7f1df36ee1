/* A learner's way through a course: what is open, what opens the next thing, and how the course ends.
 *
 *     learning_c [STORE.db]
 *
 * Without a file everything is kept in memory; a file has to be a new one. The same in C++, Python and PHP:
 * learning.cpp, learning.py and learning.php print the same text. Answers are documents in canonical text (members in
 * byte order, no blanks), so what is wanted of them can be found without a JSON library. */
#include <provost.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ANN "\"course\":\"bread-1\",\"learner\":\"ann\""

/* A course of three components; a rule opens the next one, and the last concludes the course. */
static const char* const definitions[] = {
    "{\"verb\":\"organisation.define_location\",\"record\":{\"key\":\"city\",\"name\":\"City campus\","
    "\"zone\":\"Australia/Melbourne\"}}",
    "{\"verb\":\"catalogue.define_course_type\",\"course_type\":\"online\",\"name\":\"Online\"}",
    "{\"verb\":\"catalogue.define_template\",\"course_type\":\"online\",\"external_id\":\"bread\",\"name\":\"Bread\"}",
    "{\"verb\":\"catalogue.define_course\",\"course_template\":\"bread\",\"external_id\":\"bread-1\","
    "\"location\":\"city\",\"duration\":\"6 M\",\"conclude_by\":\"learning_logic\"}",
    "{\"verb\":\"catalogue.define_syllabus\",\"course\":\"bread-1\",\"components\":["
    "{\"key\":\"film\",\"name\":\"Film\"},{\"key\":\"quiz\",\"kind\":\"test\"},"
    "{\"key\":\"exam\",\"kind\":\"test\",\"weight\":\"2\"}]}",
    "{\"verb\":\"learning.define_logic\",\"course\":\"bread-1\",\"rules\":["
    "{\"key\":\"seen\",\"component\":\"film\",\"conditions\":[{\"kind\":\"confirmed_by_participant\"}],"
    "\"actions\":[{\"kind\":\"continue_with\",\"components\":[\"quiz\"]}]},"
    "{\"key\":\"known\",\"component\":\"quiz\",\"conditions\":[{\"kind\":\"percentage\",\"at_least\":\"60\"}],"
    "\"actions\":[{\"kind\":\"continue_with\",\"components\":[\"exam\"]}]},"
    "{\"key\":\"done\",\"component\":\"exam\",\"conditions\":[{\"kind\":\"status\",\"ending\":\"passed\"}],"
    "\"tries\":2,\"actions\":[{\"kind\":\"conclude_passed\"}]},"
    "{\"key\":\"out\",\"component\":\"exam\",\"conditions\":[{\"kind\":\"status\",\"ending\":\"failed\"}],"
    "\"tries\":2,\"actions\":[{\"kind\":\"conclude_failed\"}]}]}",
    "{\"verb\":\"people.define_learner\",\"login\":\"ann\",\"family_name\":\"Ashby\","
    "\"birth_date\":\"2004-05-06\",\"client_id\":\"A1\"}",
    "{\"verb\":\"registration.register_learner\"," ANN "}",
};

typedef struct {
    char text[128];
} word;

/* The text of a member that stands before `end` (NULL: anywhere), without quotes; empty when absent. */
static word text_of(const char* object, const char* end, const char* member) {
    char start[32];
    word found = {""};
    const int length = snprintf(start, sizeof start, "\"%s\":\"", member);
    const char* at = strstr(object, start);
    if (at == NULL || (end != NULL && at >= end)) return found;
    size_t size = 0;
    for (at += length; *at != '"' && size + 1 < sizeof found.text; at++) found.text[size++] = *at;
    found.text[size] = '\0';
    return found;
}

static void fail(const char* why) {
    fprintf(stderr, "learning_c: %s\n", why);
    exit(1);
}

/* An error ends the program in the library's own words; a refusal is an answer. */
static provost_text* run(provost_engine* engine, const char* request) {
    provost_error* error = NULL;
    provost_text* answer = NULL;
    if (provost_run(engine, request, SIZE_MAX, &answer, &error) != PROVOST_OK) fail(provost_error_message(error));
    return answer;
}

/* The answer to a request that is not expected to be refused. */
static provost_text* must(provost_engine* engine, const char* request) {
    provost_text* answer = run(engine, request);
    const char* text = provost_text_data(answer);
    if (strcmp(text_of(text, NULL, "verdict").text, "refused") == 0) fail(text_of(text, NULL, "sentence").text);
    return answer;
}

/* What each component is to her, and how far she has come. A line of the report ends where the next one begins; its
 * members come in byte order: code, fate, group, item, value. */
static void tell_open(provost_engine* engine) {
    provost_text* answer = must(engine, "{\"verb\":\"learning.what_is_open\"," ANN "}");
    const char* line = strstr(provost_text_data(answer), "\"report\":[") + strlen("\"report\":[");
    while (line != NULL) {
        const char* next = strstr(line, "},{");
        const word item = text_of(line, next, "item"), code = text_of(line, next, "code");
        const word shown = strcmp(item.text, "progress") == 0 ? text_of(line, next, "value") : code;
        printf("%-9s %s\n", item.text, shown.text[0] == '\0' ? "open" : shown.text);
        line = next == NULL ? NULL : next + 2;
    }
    provost_text_free(answer);
}

static void tell(provost_engine* engine, const char* what, const char* request) {
    provost_text* answer = run(engine, request);
    const word sentence = text_of(provost_text_data(answer), NULL, "sentence");
    printf("%s: %s%s%s\n", what, text_of(provost_text_data(answer), NULL, "verdict").text,
           sentence.text[0] == '\0' ? "" : ": ", sentence.text);
    provost_text_free(answer);
}

/* She does one thing after the other; what is not open is refused with the reason. */
static void go_through(provost_engine* engine) {
    tell(engine, "opens the quiz", "{\"verb\":\"learning.open_component\"," ANN ",\"component\":\"quiz\"}");
    tell(engine, "confirms the film",
         "{\"verb\":\"learning.confirm\"," ANN ",\"component\":\"film\",\"effective\":\"2026-03-02T09:10:00Z\"}");
    tell(engine, "quiz, 40 percent",
         "{\"verb\":\"learning.receive_result\"," ANN
         ",\"component\":\"quiz\",\"status\":\"scored\",\"percent\":\"40\",\"effective\":\"2026-03-02T09:20:00Z\"}");
    tell(engine, "quiz, 80 percent",
         "{\"verb\":\"learning.receive_result\"," ANN
         ",\"component\":\"quiz\",\"status\":\"scored\",\"percent\":\"80\",\"effective\":\"2026-03-02T09:30:00Z\"}");
    puts("\n# Half way");
    tell_open(engine);
    puts("\n# And on");
    tell(engine, "exam, passed",
         "{\"verb\":\"learning.receive_result\"," ANN
         ",\"component\":\"exam\",\"status\":\"passed\",\"effective\":\"2026-03-02T09:40:00Z\"}");
    tell(engine, "opens the film",
         "{\"verb\":\"learning.open_component\"," ANN
         ",\"component\":\"film\",\"effective\":\"2026-03-02T09:50:00Z\"}");
}

int main(int count, char** words) {
    provost_options options = {.size = sizeof options, .now_ms = 1772442000000}; /* 2026-03-02T09:00Z */
    const char* path = count > 1 ? words[1] : ":memory:";
    provost_engine* engine = NULL;
    provost_error* error = NULL;
    if (provost_open(path, SIZE_MAX, &options, &engine, &error) != PROVOST_OK) fail(provost_error_message(error));
    for (size_t i = 0; i < sizeof definitions / sizeof *definitions; i++) {
        provost_text_free(must(engine, definitions[i]));
    }
    puts("# At the beginning");
    tell_open(engine);
    puts("\n# The way");
    go_through(engine);
    return (int)provost_close(engine, NULL);
}
