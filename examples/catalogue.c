/* A course goes over to another template: what changes, what stays, what must be looked at.
 *
 *     catalogue_c [STORE.db]
 *
 * Without a file everything is kept in memory; a file has to be a new one. The same in C++, Python and PHP:
 * catalogue.cpp, catalogue.py and catalogue.php print the same text. Answers are documents in canonical text (members
 * in byte order, no blanks), so what is wanted of them can be found without a JSON library. */
#include <provost.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHANGE                                                                                            \
    "{\"verb\":\"catalogue.change_template\",\"course\":\"cook-1\",\"course_template\":\"cook-evening\"," \
    "\"adopt\":[\"terms\",\"skills\"],"

/* A type says what its templates have in common, a template what its courses have. Nobody has said how many hours an
 * evening course has; each course of it must. Then a course, and two component courses of which its learners choose. */
static const char* const definitions[] = {
    "{\"verb\":\"organisation.define_location\",\"record\":{\"key\":\"city\",\"name\":\"City campus\","
    "\"zone\":\"Australia/Melbourne\"}}",
    "{\"verb\":\"catalogue.define_course_type\",\"course_type\":\"class\",\"name\":\"Class\",\"currency\":\"AUD\","
    "\"hidden\":[\"participant_list\"]}",
    "{\"verb\":\"catalogue.define_template\",\"course_type\":\"class\",\"external_id\":\"cook-day\","
    "\"name\":\"Cooking by day\",\"location\":\"city\",\"language\":\"en\",\"max_participants\":16,\"price\":\"450\","
    "\"conclude_by\":\"tutor\",\"mandatory\":[\"max_participants\"]}",
    "{\"verb\":\"catalogue.define_template\",\"course_type\":\"class\",\"external_id\":\"cook-evening\","
    "\"name\":\"Cooking in the evening\",\"max_participants\":12,\"price\":\"520\","
    "\"skills\":[{\"skill\":\"sauces\"}],\"mandatory\":[\"duration_hours\"]}",
    "{\"verb\":\"catalogue.define_template\",\"course_type\":\"class\",\"external_id\":\"module\",\"name\":\"Module\","
    "\"kind\":\"component_course\",\"location\":\"city\",\"duration\":\"4 M\"}",
    "{\"verb\":\"catalogue.define_course\",\"course_template\":\"cook-day\",\"external_id\":\"cook-1\","
    "\"description\":\"With a visit to the market.\",\"starts_at\":\"2026-03-02T09:00+11:00\","
    "\"ends_at\":\"2026-03-27T17:00+11:00\"}",
    "{\"verb\":\"catalogue.define_course\",\"course_template\":\"module\",\"external_id\":\"stew\",\"name\":\"Stew\"}",
    "{\"verb\":\"catalogue.define_course\",\"course_template\":\"module\",\"external_id\":\"soup\",\"name\":\"Soup\"}",
    "{\"verb\":\"catalogue.define_course_set\",\"course\":\"cook-1\",\"course_set\":\"choice\","
    "\"name\":\"One of these\",\"members\":[\"stew\",\"soup\"]}",
};

typedef struct {
    char text[256];
} word;

/* The text of a member that begins before `end` (NULL: anywhere), without quotes and escapes; "-" when absent. */
static word text_of(const char* object, const char* end, const char* member) {
    char start[32];
    word found = {"-"};
    const int length = snprintf(start, sizeof start, "\"%s\":\"", member);
    const char* at = strstr(object, start);
    if (at == NULL || (end != NULL && at >= end)) return found;
    size_t size = 0;
    for (at += length; *at != '"' && size + 1 < sizeof found.text; at++) {
        if (*at == '\\') at++; /* only quotes are escaped here */
        found.text[size++] = *at;
    }
    found.text[size] = '\0';
    return found;
}

static word member(const provost_text* answer, const char* name) {
    return text_of(provost_text_data(answer), NULL, name);
}

static void fail(const char* why) {
    fprintf(stderr, "catalogue_c: %s\n", why);
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
    if (strcmp(member(answer, "verdict").text, "refused") == 0) fail(member(answer, "sentence").text);
    return answer;
}

/* The lines of a report are objects that hold nothing but texts: a brace outside of quotes ends one. Of a change they
 * say what became of a setting, and what it was; else its value, and the level that says it. */
static void print_report(const provost_text* answer, int of_change) {
    const char* line = strstr(provost_text_data(answer), "\"report\":[") + strlen("\"report\":[");
    while (*line == '{') {
        const char* end = line;
        for (int quoted = 0; quoted || *end != '}'; end++) {
            if (*end == '"') quoted = !quoted;
            if (*end == '\\') end++;
        }
        const word item = text_of(line, end, "item"), value = text_of(line, end, "value");
        const word level = text_of(line, end, "level");
        if (of_change) {
            printf("%-16s %-7s %8s -> %-20s %-8s %s\n", item.text, text_of(line, end, "fate").text,
                   text_of(line, end, "before").text, value.text, level.text, text_of(line, end, "code").text);
        } else {
            printf("%-16s %-8s %s\n", item.text, level.text, value.text);
        }
        line = end + (end[1] == ',' ? 2 : 1);
    }
}

/* First a plan, of which nothing is written; then exactly that plan. */
static void change_template(provost_engine* engine) {
    char approved[512];
    provost_text* plan = must(engine, CHANGE "\"plan_only\":true}");
    printf("# Change of template\nplanned: %s\n", member(plan, "verdict").text);
    print_report(plan, 1);
    snprintf(approved, sizeof approved, CHANGE "\"approval\":\"%s\"}", member(plan, "approval").text);
    provost_text* done = must(engine, approved);
    printf("carried out: %s\n", member(done, "verdict").text);
    provost_text_free(plan);
    provost_text_free(done);
}

/* What the course is set to now, and which level says so. */
static void tell_settings(provost_engine* engine) {
    provost_text* answer = must(engine, "{\"verb\":\"catalogue.effective_settings\",\"course\":\"cook-1\"}");
    puts("\n# Settings");
    print_report(answer, 0);
    provost_text_free(answer);
}

/* A refusal is an answer: it says why, and nothing was written. */
static void tell(provost_engine* engine, const char* request) {
    provost_text* answer = run(engine, request);
    printf("%s: %s\n", member(answer, "verdict").text, member(answer, "sentence").text);
    provost_text_free(answer);
}

int main(int count, char** words) {
    provost_options options = {.size = sizeof options, .now_ms = 1769983200000}; /* 2026-02-02T09:00+11:00 */
    const char* path = count > 1 ? words[1] : ":memory:";
    provost_engine* engine = NULL;
    provost_error* error = NULL;
    if (provost_open(path, SIZE_MAX, &options, &engine, &error) != PROVOST_OK) fail(provost_error_message(error));
    for (size_t i = 0; i < sizeof definitions / sizeof *definitions; i++) {
        provost_text_free(must(engine, definitions[i]));
    }
    change_template(engine);
    tell_settings(engine);
    puts("\n# Refusals");
    tell(engine, "{\"verb\":\"catalogue.define_course\",\"external_id\":\"cook-1\",\"participant_list\":true}");
    tell(engine, "{\"verb\":\"catalogue.delete_course\",\"course\":\"stew\"}");
    return (int)provost_close(engine, NULL);
}
