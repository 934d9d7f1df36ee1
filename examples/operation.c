/* How a course is run: a room and a trainer, two courses that want the same room, a course that is moved, and who is
 * told before it starts.
 *
 *     operation_c [STORE.db]
 *
 * Without a file everything is kept in memory; a file has to be a new one. The same in C++, Python and PHP:
 * operation.cpp, operation.py and operation.php print the same text. */
#include "documents.h"

#include <provost.h>
#include <stdlib.h>

static provost_engine* engine;
static provost_error* error;

/* An error ends the program, in the library's own words; a refusal is an answer. */
static void check(provost_status status) {
    if (status == PROVOST_OK) return;
    fprintf(stderr, "operation_c: %s %s\n", provost_error_pointer(error), provost_error_message(error));
    exit(1);
}

/* Decides a request and carries it out. The answer lasts until the next one. */
static const char* run(const char* request) {
    static provost_text* answer;
    provost_text_free(answer);
    check(provost_run(engine, request, SIZE_MAX, &answer, &error));
    return provost_text_data(answer);
}

/* Two courses of a week each; Tina is a trainer, and stands among the resources as well. */
static const char* const definitions[] = {
    "{'verb':'organisation.define_location','record':{'key':'city','name':'City campus','zone':'Australia/Melbourne'}}",
    "{'verb':'staffing.define_settings','record':{'key':'default','tutor_groups':['trainers'],"
    "'default_position':'tutor'}}",
    "{'verb':'staffing.define_tutor','record':{'login':'tina','name':'Tina','group':'trainers'}}",
    "{'verb':'catalogue.define_course_type','course_type':'class','name':'Class'}",
    "{'verb':'catalogue.define_template','course_type':'class','external_id':'kitchen','name':'Kitchen'}",
    "{'verb':'catalogue.define_course','course_template':'kitchen','external_id':'cook','location':'city',"
    "'name':'Cooking','starts_at':'2026-03-02T09:00:00+11:00','ends_at':'2026-03-06T17:00:00+11:00',"
    "'notices':[{'notice':'course.start','enabled':true,'recipients':['learner','tutor']}]}",
    "{'verb':'catalogue.define_course','course_template':'kitchen','external_id':'bake','location':'city',"
    "'name':'Baking','starts_at':'2026-03-16T09:00:00+11:00','ends_at':'2026-03-20T17:00:00+11:00'}",
    "{'verb':'resources.define_category','record':{'key':'rooms','name':'Rooms'}}",
    "{'verb':'resources.define_category','record':{'key':'people','name':'People'}}",
    "{'verb':'resources.define_resource','resource':'room-1','name':'Room 1','kind':'location','categories':['rooms']}",
    "{'verb':'resources.define_resource','resource':'tina','name':'Tina','kind':'individual','categories':['people'],"
    "'tutor':'tina','messaging':true}",
    "{'verb':'people.define_learner','login':'ann','family_name':'Ashby','birth_date':'2004-05-06','client_id':'A1'}",
    "{'verb':'registration.register_learner','course':'cook','learner':'ann'}",
};

static void define_college(void) {
    for (size_t i = 0; i < sizeof definitions / sizeof *definitions; i++) {
        const char* answer = run(json("%s", definitions[i]));
        if (!has(answer, "verdict", "\"refused\"")) continue;
        fprintf(stderr, "operation_c: %s\n", answer);
        exit(1);
    }
}

/* The sentence of a code with its values. */
static void print_sentence(const char* reason) {
    provost_text* sentence = NULL;
    check(provost_sentence(reason, (size_t)(end_of(reason) - reason), &sentence, &error));
    printf("  %s\n", provost_text_data(sentence));
    provost_text_free(sentence);
}

static void tell(const char* what, const char* request) {
    const char* answer = run(json("%s", request));
    printf("%s: ", what);
    print_member(answer, "verdict", "");
    if (*value_of(answer, "sentence") != '\0') {
        printf(": ");
        print_member(answer, "sentence", "");
    }
    puts("");
    for (const char* note = first_of(value_of(answer, "notes")); note != NULL; note = item_behind(note)) {
        print_sentence(note);
    }
    for (const char* line = first_of(value_of(answer, "report")); line != NULL; line = item_behind(line)) {
        printf("  ");
        print_member(line, "item", ": ");
        print_member(line, "fate", *value_of(line, "code") == '\0' ? "" : ", ");
        print_member(line, "code", "\n");
    }
}

/* The room and the trainer for the days of the course, for good; then the other course wants the room, too. */
static void book(void) {
    tell("cook needs room-1", "{'verb':'resources.add','course':'cook','resource':'room-1'}");
    tell("cook needs tina", "{'verb':'resources.add','course':'cook','resource':'tina'}");
    tell("bake needs room-1", "{'verb':'resources.add','course':'bake','resource':'room-1'}");
    tell("by the dates of the course",
         "{'verb':'resources.transfer_dates','course':'cook','resources':['room-1','tina'],'state':'booked',"
         "'linked':true}");
    tell("bake begins earlier",
         "{'verb':'resources.book','course':'bake','resource':'room-1','state':'booked',"
         "'starts_at':'2026-03-05T09:00:00+11:00','ends_at':'2026-03-05T12:00:00+11:00'}");
    tell("bake in its own week",
         "{'verb':'resources.book','course':'bake','resource':'room-1','state':'booked',"
         "'starts_at':'2026-03-16T09:00:00+11:00','ends_at':'2026-03-16T17:00:00+11:00'}");
}

/* The bookings follow the course, as far as they can. */
static void move(void) {
    const char* where =
        "{'verb':'resources.show_floor_plan','starts_at':'2026-03-01T00:00:00+11:00',"
        "'ends_at':'2026-04-01T00:00:00+11:00'}";
    tell("cook is a week later",
         "{'verb':'catalogue.define_course','external_id':'cook','starts_at':'2026-03-09T09:00:00+11:00',"
         "'ends_at':'2026-03-13T17:00:00+11:00'}");
    tell("who is where", where);
    tell("cook is yet a week later",
         "{'verb':'catalogue.define_course','external_id':'cook','starts_at':'2026-03-16T09:00:00+11:00',"
         "'ends_at':'2026-03-20T17:00:00+11:00'}");
    tell("who is where", where);
}

static provost_session* begin(const char* session, const char* recorded) {
    provost_session* begun = NULL;
    check(provost_session_begin(engine, json("{'session':'%s','worker':'mailer','recorded':'%s'}", session, recorded),
                                SIZE_MAX, &begun, &error));
    return begun;
}

/* Ends a session; its summary is the caller's. */
static provost_text* finish(provost_session* session) {
    provost_text* summary = NULL;
    check(provost_session_finish(session, &summary, &error));
    provost_session_free(session);
    return summary;
}

/* What the outbox hands out is printed, and reported as sent. */
static void send(const char* recorded) {
    provost_session* outbox = begin("outbox", recorded);
    provost_text *stream = NULL, *messages = NULL;
    check(provost_session_take(outbox, &stream, &messages, &error));
    while (messages != NULL) {
        for (const char* line = provost_text_data(messages); *line != '\0'; line = strchr(line, '\n') + 1) {
            printf("  ");
            print_member(line, "event", " to ");
            print_member(line, "login", "\n");
            const char* id = value_of(line, "id");
            check(provost_session_feed(outbox, json("{'id':%.*s,'status':'sent'}\n", (int)(end_of(id) - id), id),
                                       SIZE_MAX, &error));
        }
        provost_text_free(stream);
        provost_text_free(messages);
        check(provost_session_take(outbox, &stream, &messages, &error));
    }
    provost_text_free(finish(outbox));
}

/* A week before the start: the tick finds who is to be told, the outbox hands it out, once. */
static void remind(const char* recorded) {
    provost_text* made = finish(begin("tick", recorded));
    printf("%.10s: ", recorded);
    print_member(provost_text_data(made), "reminders", " made\n");
    provost_text_free(made);
    send(recorded);
}

int main(int count, char** words) {
    provost_options options = {.size = sizeof options, .now_ms = 1771232400000}; /* 2026-02-16T09:00Z */
    check(provost_open(count > 1 ? words[1] : ":memory:", SIZE_MAX, &options, &engine, &error));
    define_college();
    puts("# Rooms and trainers");
    book();
    puts("\n# Another date");
    move();
    puts("\n# Before it starts");
    remind("2026-03-09T09:00:00+11:00");
    remind("2026-03-10T09:00:00+11:00");
    return (int)provost_close(engine, NULL);
}
