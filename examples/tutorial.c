/* The tutorial: one course, from its type to the statutory file. docs/tutorial/c.md leads through it.
 *
 *     tutorial_c [STORE.db]
 *
 * Without a file everything is kept in memory; a file has to be a new one. The same in C++, Python and PHP:
 * tutorial.cpp, tutorial.py and tutorial.php print the same text. */
#include "documents.h"

#include <provost.h>
#include <stdlib.h>

static provost_engine* engine;
static provost_session* lms;
static provost_error* error;

/* An error ends the program, in the library's own words; a refusal is an answer. */
static void check(provost_status status) {
    if (status == PROVOST_OK) return;
    fprintf(stderr, "tutorial_c: %s %s\n", provost_error_pointer(error), provost_error_message(error));
    exit(1);
}

/* Decides a request and carries it out. The answer lasts until the next one. */
static const char* run(const char* request) {
    static provost_text* answer;
    provost_text_free(answer);
    check(provost_run(engine, request, SIZE_MAX, &answer, &error));
    return provost_text_data(answer);
}

/* The answer to a request that is not expected to be refused. */
static const char* must(const char* format, ...) {
    va_list values;
    va_start(values, format);
    const char* answer = run(write_json(format, values));
    va_end(values);
    if (!has(answer, "verdict", "\"refused\"")) return answer;
    fprintf(stderr, "tutorial_c: %s\n", answer);
    exit(1);
}

/* The answer to a request that is expected to be refused, with its reason. */
static const char* refused(const char* request) {
    const char* answer = run(request);
    if (has(answer, "verdict", "\"refused\"") && *value_of(answer, "reason") != '\0') return answer;
    fprintf(stderr, "tutorial_c: expected a refusal with its reason; is the file a new one? %s\n", answer);
    exit(1);
}

static void open_engine(const char* path) {
    provost_options options = {.size = sizeof options};
    options.now_ms = 1769983200000; /* 2026-02-02T09:00+11:00 */
    options.secret = "something long that stays the same";
    options.secret_length = SIZE_MAX;
    check(provost_open(path, SIZE_MAX, &options, &engine, &error));
}

/* The organisation, and what its statutory files take as given. */
static void define_organisation(void) {
    must(
        "{'verb':'organisation.define_provider','record':{'key':'bayside','identifier':'90123',"
        "'name':'Bayside College','type':'91','address_first_line':'1 Pier Street','suburb':'Melbourne',"
        "'postcode':'3000','state':'02','contact_name':'Ngaire Walker','telephone':'0355500100',"
        "'email':'office@bayside.example'}}");
    must(
        "{'verb':'organisation.define_location','record':{'key':'city','identifier':'CITY',"
        "'name':'City campus','suburb':'Melbourne','postcode':'3000','state':'02','country':'1101',"
        "'zone':'Australia/Melbourne'}}");
    must(
        "{'verb':'organisation.define_reporting','record':{'key':'default','funding_source':'20',"
        "'with_dates':{'identifier':'YNN','predominant':'I'},"
        "'duration_of_use':{'identifier':'NYN','predominant':'E'},"
        "'without_delivery':{'identifier':'NNN','predominant':'N'}}}");
}

/* What is taught: units, a program of them, a type of course, a template, a course. */
static void define_course(void) {
    must(
        "{'verb':'catalogue.define_subject','record':{'code':'SITXFSA005',"
        "'title':'Use hygienic practices for food safety','field_of_education':'110101','nominal_hours':15}}");
    must(
        "{'verb':'catalogue.define_subject','record':{'code':'SITHCCC027',"
        "'title':'Prepare dishes using basic methods of cookery','field_of_education':'110109',"
        "'nominal_hours':45}}");
    must(
        "{'verb':'catalogue.define_program','record':{'code':'SIT30821',"
        "'title':'Certificate III in Commercial Cookery','recognition':'11','level_of_education':'514',"
        "'field_of_education':'1101','anzsco':'351411','nominal_hours':900}}");
    must("{'verb':'catalogue.define_course_type','course_type':'class','name':'Class','timing':'dates'}");
    must(
        "{'verb':'catalogue.define_template','course_type':'class','external_id':'COOK',"
        "'name':'Basic cookery','subject':'SITHCCC027'}");
    must("{'verb':'prerequisites.require_subject','course_template':'COOK','subject':'SITXFSA005'}");
    must(
        "{'verb':'catalogue.define_course','course_template':'COOK','external_id':'COOK-1',"
        "'provider':'bayside','location':'city','max_participants':1,"
        "'starts_at':'2026-02-09T09:00+11:00','ends_at':'2026-06-26T17:00+10:00'}");
}

#define ANN                                                                                   \
    "{'verb':'people.define_learner','login':'ann','first_name':'Ann','family_name':'Ashby'," \
    "'gender':'F','birth_date':'2001-05-06','postcode':'3000','email':'ann@bayside.example'," \
    "'client_id':'A1'"
#define BEN                                                                                   \
    "{'verb':'people.define_learner','login':'ben','first_name':'Ben','family_name':'Burke'," \
    "'gender':'M','birth_date':'2003-09-17','postcode':'3000','email':'ben@bayside.example'," \
    "'client_id':'B1','usi':'BURKE2QRS9'"
static const char* const logins[] = {"ann", "ben"};

/* Who learns, with what the statutory files ask of everybody, and in which program. */
static void define_learners(void) {
    must(ANN "}");
    must(BEN "}");
    for (int i = 0; i < 2; i++) {
        must(
            "{'verb':'people.describe_client','learner':'%s','highest_school_level':'12',"
            "'indigenous_status':'4','language':'1201','labour_force_status':'03','country_of_birth':'1101',"
            "'disability':false,'prior_education':false,'at_school':false,'residence':{'street_number':'1',"
            "'street_name':'Pier Street','suburb':'Melbourne','state':'02'}}",
            logins[i]);
        must(
            "{'verb':'enrolment.enrol_in_program','learner':'%s','program':'SIT30821','location':'city',"
            "'commenced_on':'2026-02-02'}",
            logins[i]);
        must("{'verb':'enrolment.describe_training','learner':'%s','program':'SIT30821','study_reason':'03'}",
             logins[i]);
    }
}

/* The sentence of a reason, cut out of an answer. */
static void print_sentence(const char* reason) {
    provost_text* sentence = NULL;
    check(provost_sentence(reason, (size_t)(end_of(reason) - reason), &sentence, &error));
    puts(provost_text_data(sentence));
    provost_text_free(sentence);
}

/* A reason, and below it the reasons it is made of. */
static void print_reason(const char* reason, int depth) {
    printf("%*s%s: ", 2 * depth, "", has(reason, "mark", "\"met\"") ? "met" : "not met");
    print_sentence(reason);
    for (const char* part = first_of(value_of(reason, "parts")); part != NULL; part = item_behind(part)) {
        print_reason(part, depth + 1);
    }
}

#define PLACE_OF "{'verb':'registration.register_learner','course':'COOK-1','learner':"

/* A prerequisite is not met: the reason, and what would meet it. */
static void be_refused(void) {
    puts("# A refusal");
    const char* answer = refused(json(PLACE_OF "'ann','detail':'reason'}"));
    print_member(answer, "verdict", " ");
    print_member(answer, "code", "\n");
    print_reason(value_of(answer, "reason"), 0);
    for (const char* at = first_of(value_of(answer, "nearest")); at != NULL; at = item_behind(at)) {
        printf("It would take: ");
        print_sentence(at);
    }
}

/* It was met elsewhere. A plan first; then, by its approval, exactly that. */
static void plan_and_approve(void) {
    puts("\n# A plan, then exactly that");
    for (int i = 0; i < 2; i++) {
        must(
            "{'verb':'enrolment.record_achievement','learner':'%s','subject':'SITXFSA005','outcome':'60',"
            "'achieved_on':'2025-11-20'}",
            logins[i]);
    }
    const char* planned = must(PLACE_OF "'ann','plan_only':true}");
    for (const char* change = first_of(value_of(planned, "plan")); change != NULL; change = item_behind(change)) {
        printf("%s ", has(change, "created", "true") ? "new" : "changed");
        print_member(change, "kind", "\n");
    }
    const long long place = atoll(value_of(planned, "id"));
    const char* approval = value_of(planned, "approval");
    const int size = (int)(end_of(approval) - approval);
    const char* done = must(PLACE_OF "'ann','approval':%.*s}", size, approval);
    print_member(done, "verdict", atoll(value_of(done, "id")) == place ? ", as planned\n" : "\n");
}

/* The state of a place. */
static void print_state(long long place) {
    provost_text* record = NULL;
    check(provost_get(engine, "enrolment", SIZE_MAX, place, &record, &error));
    print_member(provost_text_data(record), "state", "\n");
    provost_text_free(record);
}

/* The only seat is taken. */
static long long wait_for_a_seat(void) {
    puts("\n# The waiting list");
    const char* answer = must(PLACE_OF "'ben'}");
    const long long place = atoll(value_of(answer, "id"));
    printf("ben: ");
    print_state(place);
    for (const char* note = first_of(value_of(answer, "notes")); note != NULL; note = item_behind(note)) {
        print_sentence(note);
    }
    return place;
}

static provost_session* begin(const char* document) {
    provost_session* session = NULL;
    check(provost_session_begin(engine, document, SIZE_MAX, &session, &error));
    return session;
}

/* What a session handed out last, and the name of its stream; 0 when there is nothing more. */
static provost_text *stream, *bytes;
static int take(provost_session* session) {
    provost_text_free(stream);
    provost_text_free(bytes);
    check(provost_session_take(session, &stream, &bytes, &error));
    return bytes != NULL;
}

static int is_of(const char* name) { return strcmp(provost_text_data(stream), name) == 0; }

/* Gives what was handed out to another session. */
static void hand_over(provost_session* session) {
    check(provost_session_feed(session, provost_text_data(bytes), provost_text_size(bytes), &error));
}

/* Ends a session; its summary is the caller's. */
static provost_text* finish(provost_session* session) {
    provost_text* summary = NULL;
    check(provost_session_finish(session, &summary, &error));
    provost_session_free(session);
    return summary;
}

/* Carries out what is due in the LMS, and prints who may be in. */
static void provision(const char* recorded) {
    provost_session* run = begin(json("{'session':'lms.provision','recorded':'%s'}", recorded));
    while (take(run)) {
        hand_over(lms);
        while (take(lms)) hand_over(run);
    }
    provost_text* summary = finish(run);
    printf("applied: ");
    print_member(provost_text_data(summary), "applied", "\n");
    provost_text_free(summary);
    check(provost_session_feed(lms, json("{'ask':{'listing':'enrolments'}}\n"), SIZE_MAX, &error));
    while (take(lms)) {
        if (is_of("enrolments")) printf("%s", provost_text_data(bytes));
    }
}

/* One more seat: who waits comes in by himself. */
static void add_a_seat(long long place) {
    puts("\n# A second seat");
    must(
        "{'verb':'catalogue.define_course','external_id':'COOK-1','max_participants':2,"
        "'recorded':'2026-02-04T09:00+11:00'}");
    printf("ben: ");
    print_state(place);
}

/* A grade arrives, and what became of it. */
static void grade(const char* login, const char* completion, int percent, const char* recorded) {
    const char* answer =
        run(json("{'verb':'results.receive_grade','learner':'%s','course':'COOK-1','completion':'%s',"
                 "'grade_percent':'%d','recorded':'%s'}",
                 login, completion, percent, recorded));
    printf("%s, %s, %d: ", login, completion, percent);
    print_member(answer, "verdict", "\n");
    if (*value_of(answer, "sentence") != '\0') print_member(answer, "sentence", "\n");
}

/* Grades arrive; the grade rule says what they write. */
static void receive_grades(void) {
    puts("\n# Grades");
    grade("ben", "incomplete", 20, "2026-03-02T16:00+11:00");
    grade("ann", "completed", 45, "2026-06-12T16:00+10:00");
    grade("ann", "passed", 67, "2026-06-19T16:00+10:00");
    const char* query = json("{'kind':'activity','where':[{'member':'subject','is':'SITHCCC027'}]}");
    provost_text* found = NULL;
    check(provost_find(engine, query, SIZE_MAX, &found, &error));
    for (const char* at = first_of(provost_text_data(found)); at != NULL; at = item_behind(at)) {
        print_member(at, "start_on", " ");
        print_member(at, "end_on", " ");
        print_member(at, "evidence_on", " ");
        print_member(at, "outcome", *value_of(at, "outcome") == '\0' ? "open\n" : "\n");
    }
    provost_text_free(found);
}

/* Ben leaves; the LMS follows. */
static void leave(long long place) {
    puts("\n# Somebody leaves");
    const char* answer = must(
        "{'verb':'finalise.finalise_unit','learner':'ben','course':'COOK-1','ending':'withdrawn',"
        "'effective_on':'2026-06-22','hours_attended':36,'recorded':'2026-06-23T09:00+10:00'}");
    printf("ben: ");
    print_member(answer, "verdict", ", ");
    print_state(place);
}

#define COMPLETED                                                                                    \
    "{'verb':'finalise.finalise_program','learner':'ann','program':'SIT30821','status':'Completed'," \
    "'effective_on':'2026-06-29',"

/* The unit ends, and then the program, which lacks something. */
static void complete(void) {
    puts("\n# The end");
    const char* unit = must(
        "{'verb':'finalise.finalise_unit','learner':'ann','course':'COOK-1','ending':'completed',"
        "'effective_on':'2026-06-29','recorded':'2026-06-29T09:00+10:00'}");
    printf("unit: ");
    print_member(unit, "verdict", "\n");
    const char* program = refused(json(COMPLETED "'detail':'reason','recorded':'2026-06-29T09:00+10:00'}"));
    printf("program: ");
    print_member(program, "verdict", " ");
    print_member(program, "code", "\n");
    print_reason(value_of(program, "reason"), 0);
}

/* One of the statutory files of the year as of a day; prints what their check found. */
static provost_text* statutory(const char* day, const char* wanted) {
    provost_session* run =
        begin(json("{'session':'statutory','collection_year':2026,'submitted_on':'%s',"
                   "'recorded':'%sT09:00+10:00'}",
                   day, day));
    provost_text* file = NULL;
    check(provost_text_new("", 0, &file, &error));
    while (take(run)) {
        if (is_of(wanted)) check(provost_text_append(file, provost_text_data(bytes), provost_text_size(bytes), &error));
    }
    provost_text* summary = finish(run);
    printf("records: ");
    print_member(provost_text_data(summary), "rows", ", errors: ");
    print_member(provost_text_data(summary), "check_errors", ", not reported: ");
    print_member(provost_text_data(summary), "not_reported", "\n");
    provost_text_free(summary);
    return file;
}

/* The check of the files finds the same; it is mended, and the program ends. */
static void check_files(void) {
    puts("\n# The check");
    provost_text* findings = statutory("2026-06-30", "nat/checks.csv");
    printf("%s", provost_text_data(findings));
    provost_text_free(findings);
    must(ANN ",'usi':'23456789D4','recorded':'2026-06-30T10:00+10:00'}");
    const char* program = must(COMPLETED "'recorded':'2026-06-30T11:00+10:00'}");
    printf("program: ");
    print_member(program, "verdict", "\n");
}

static void write_files(void) {
    puts("\n# The statutory files");
    provost_text* file = statutory("2026-12-01", "nat/NAT00120.txt");
    for (const char *at = provost_text_data(file), *end; (end = strstr(at, "\r\n")) != NULL; at = end + 2) {
        printf("|%.*s|\n", (int)(end - at), at);
    }
    provost_text_free(file);
}

/* What was written down holds together, and holds what was kept elsewhere. */
static void verify(void) {
    provost_text *anchor = NULL, *audited = NULL;
    int findings = 0;
    puts("\n# The journal");
    check(provost_journal(engine, &anchor, &error));
    const char* request = json("{'audit':'verify','anchor':%s}", provost_text_data(anchor));
    check(provost_audit(engine, request, SIZE_MAX, &audited, &error));
    const char* report = provost_text_data(audited);
    for (const char* at = first_of(value_of(report, "findings")); at != NULL; at = item_behind(at)) findings++;
    printf("entries: ");
    print_member(report, "entries", "");
    printf(", findings: %d%s\n", findings, has(report, "anchored", "true") ? ", anchored" : "");
    provost_text_free(anchor);
    provost_text_free(audited);
}

int main(int count, char** words) {
    open_engine(count > 1 ? words[1] : ":memory:");
    define_organisation();
    define_course();
    define_learners();
    be_refused();
    plan_and_approve();
    const long long place = wait_for_a_seat();
    lms = begin(json("{'session':'lms.memory'}"));
    puts("\n# The LMS");
    provision("2026-02-02T10:00+11:00");
    add_a_seat(place);
    provision("2026-02-04T10:00+11:00");
    receive_grades();
    leave(place);
    provision("2026-06-23T10:00+10:00");
    complete();
    check_files();
    write_files();
    verify();
    provost_session_free(lms);
    return (int)provost_close(engine, NULL);
}
