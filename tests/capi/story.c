/* A first story in plain C: an organisation, a course with one seat, two learners, and a refusal with its reason. Then
 * errors, an import in two pieces, the journal, and the audits. */
#include <provost.h>
#include <stdio.h>
#include <string.h>

#undef NDEBUG
#include <assert.h>

#define HEAD "{\"provost\":1,\"effective\":\"2026-02-02T09:00:00Z\",\"verb\":"

static provost_engine* engine;
static provost_options options;

/* Runs a request; its answer must hold this text. */
static void run(const char* request, const char* expected) {
    provost_text* answer = NULL;
    provost_error* error = NULL;
    if (provost_run(engine, request, SIZE_MAX, &answer, &error) != PROVOST_OK) puts(provost_error_document(error));
    assert(error == NULL && answer != NULL);
    if (strstr(provost_text_data(answer), expected) == NULL) puts(provost_text_data(answer));
    assert(strstr(provost_text_data(answer), expected) != NULL);
    assert(provost_text_size(answer) == strlen(provost_text_data(answer)));
    provost_text_free(answer);
}

static void define_and_register(void) {
    run(HEAD
        "\"organisation.define_location\",\"record\":{\"key\":\"city\",\"name\":\"City\","
        "\"zone\":\"Australia/Melbourne\"}}",
        "accepted");
    run(HEAD "\"catalogue.define_course_type\",\"course_type\":\"class\",\"name\":\"Class\"}", "accepted");
    run(HEAD "\"catalogue.define_template\",\"course_type\":\"class\",\"external_id\":\"AID\",\"name\":\"First aid\"}",
        "accepted");
    run(HEAD
        "\"catalogue.define_course\",\"course_template\":\"AID\",\"external_id\":\"AID-1\",\"name\":\"First aid\","
        "\"duration\":\"6 M\",\"location\":\"city\",\"max_participants\":1,\"waiting_list\":false}",
        "accepted");
    run(HEAD
        "\"people.define_learner\",\"login\":\"ann\",\"family_name\":\"Ng\",\"birth_date\":\"2001-05-06\","
        "\"client_id\":\"A1\"}",
        "accepted");
    run(HEAD
        "\"people.define_learner\",\"login\":\"bob\",\"family_name\":\"Ray\",\"birth_date\":\"2002-07-08\","
        "\"client_id\":\"B2\"}",
        "accepted");
    run(HEAD "\"registration.register_learner\",\"learner\":\"ann\",\"course\":\"AID-1\"}", "\"accepted\"");
    run(HEAD "\"registration.register_learner\",\"learner\":\"bob\",\"course\":\"AID-1\",\"detail\":\"reason\"}",
        "\"sentence\":\"The course has no free seat: 1 of 1 are taken.\",\"verdict\":\"refused\"");
}

static void errors(void) {
    provost_text* answer = NULL;
    provost_error* error = NULL;
    assert(provost_run(engine, "{\"verb\":\"no.such\"}", SIZE_MAX, &answer, &error) == PROVOST_NOT_FOUND);
    assert(answer == NULL);
    assert(strcmp(provost_error_code(error), "verb.unknown") == 0);
    assert(strcmp(provost_error_pointer(error), "/verb") == 0);
    assert(strcmp(provost_error_message(error), "There is no such verb: no.such.") == 0);
    provost_error_free(error);
}

static void reading(void) {
    provost_text* found = NULL;
    const char* query = "{\"kind\":\"learner\",\"index\":\"login\",\"values\":[\"BOB\"]}";
    assert(provost_find(engine, query, SIZE_MAX, &found, NULL) == PROVOST_OK);
    assert(strstr(provost_text_data(found), "\"client_id\":\"B2\"") != NULL);
    provost_text_free(found);
    assert(provost_journal(engine, &found, NULL) == PROVOST_OK);
    assert(strstr(provost_text_data(found), "\"entries\":7") != NULL);
    provost_text_free(found);
}

/* An audit's report, which must hold this text. */
static void audit(provost_engine* audited, const char* request, const char* expected) {
    provost_text* report = NULL;
    assert(provost_audit(audited, request, SIZE_MAX, &report, NULL) == PROVOST_OK);
    if (strstr(provost_text_data(report), expected) == NULL) puts(provost_text_data(report));
    assert(strstr(provost_text_data(report), expected) != NULL);
    assert(strstr(provost_text_data(report), "\"findings\"") == NULL);
    provost_text_free(report);
}

/* A reason's sentence is made of its code and parameters, whatever else it has. */
static void sentences(void) {
    provost_text* sentence = NULL;
    provost_error* error = NULL;
    const char* reason =
        "{\"code\":\"prerequisite.achievement\",\"mark\":\"not_met\",\"parameters\":[{\"name\":\"subject\",\"value\":"
        "\"SITXFSA005\"},{\"name\":\"day\",\"value\":\"2026-02-02\"}],\"parts\":[{\"code\":\"course.unknown\"}]}";
    assert(provost_sentence(reason, SIZE_MAX, &sentence, NULL) == PROVOST_OK);
    assert(strcmp(provost_text_data(sentence), "Achievement of SITXFSA005 on or before 2026-02-02.") == 0);
    provost_text_free(sentence);
    assert(provost_sentence("{}", SIZE_MAX, &sentence, NULL) == PROVOST_OK);
    assert(provost_text_size(sentence) == 0);
    provost_text_free(sentence);
    assert(provost_sentence("{\"code\":7}", SIZE_MAX, &sentence, &error) == PROVOST_INVALID);
    assert(strcmp(provost_error_pointer(error), "/code") == 0);
    provost_error_free(error);
}

static void audits(void) {
    provost_text *position = NULL, *again = NULL, *schema = NULL;
    provost_engine* other = NULL;
    char anchored[512];
    assert(provost_journal(engine, &position, NULL) == PROVOST_OK);
    audit(engine, "{\"audit\":\"head\"}", provost_text_data(position));
    snprintf(anchored, sizeof anchored, "{\"audit\":\"verify\",\"anchor\":%s}", provost_text_data(position));
    audit(engine, anchored, "\"anchored\":true");
    audit(engine, "{\"audit\":\"rejudge\"}", "\"judged\":5");
    assert(provost_audit(engine, "{\"audit\":\"guess\"}", SIZE_MAX, &schema, NULL) == PROVOST_INVALID);
    assert(provost_schema("verify_report", SIZE_MAX, &schema, NULL) == PROVOST_OK);
    provost_text_free(schema);
    assert(provost_open(":memory:", SIZE_MAX, &options, &other, NULL) == PROVOST_OK);
    assert(provost_rebuild(engine, other, NULL) == PROVOST_OK);
    assert(provost_journal(other, &again, NULL) == PROVOST_OK);
    assert(strcmp(provost_text_data(position), provost_text_data(again)) == 0);
    audit(other, anchored, "\"anchored\":true");
    assert(provost_rebuild(engine, other, NULL) == PROVOST_INVALID);
    assert(provost_close(other, NULL) == PROVOST_OK);
    provost_text_free(position);
    provost_text_free(again);
}

static void import(void) {
    const char *first = "LOGIN;FIRSTNAME", *rest = ";NOTHING\nx;y;z\n";
    provost_session* session = NULL;
    provost_text *stream = NULL, *bytes = NULL, *summary = NULL;
    provost_error* error = NULL;
    const char* document =
        "{\"provost\":1,\"session\":\"import\",\"preset\":\"learners\",\"file\":\"learners.csv\",\"zone\":\"UTC\"}";
    assert(provost_session_begin(engine, document, SIZE_MAX, &session, NULL) == PROVOST_OK);
    assert(provost_session_feed(session, first, strlen(first), NULL) == PROVOST_OK);
    assert(provost_session_take(session, &stream, &bytes, NULL) == PROVOST_OK);
    assert(stream == NULL && bytes == NULL);
    assert(provost_session_feed(session, rest, SIZE_MAX, &error) == PROVOST_INVALID);
    assert(strcmp(provost_error_code(error), "file.header-case") == 0);
    assert(provost_error_line(error) == 1);
    provost_error_free(error);
    assert(provost_session_finish(session, &summary, NULL) == PROVOST_INVALID);
    provost_session_free(session);
}

int main(void) {
    options.size = sizeof options;
    options.secret = "a secret of this test";
    options.secret_length = SIZE_MAX;
    options.now_ms = 1770000000000;
    assert(provost_abi_version() == PROVOST_ABI_VERSION);
    assert(strncmp(provost_version(), "0.1", 3) == 0);
    assert(provost_open(":memory:", SIZE_MAX, &options, &engine, NULL) == PROVOST_OK);
    define_and_register();
    errors();
    reading();
    sentences();
    audits();
    import();
    assert(provost_close(engine, NULL) == PROVOST_OK);
    assert(provost_close(engine, NULL) == PROVOST_INVALID);
    return 0;
}
