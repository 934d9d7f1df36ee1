#define FFI_SCOPE "PROVOST"
#define FFI_LIB "libprovost_c.so.0"
enum { PROVOST_ABI_VERSION = 0 };
typedef enum provost_status {
    PROVOST_OK = 0,
    PROVOST_INVALID = 1,
    PROVOST_NOT_FOUND = 2,
    PROVOST_CONFLICT = 3,
    PROVOST_LIMIT = 4,
    PROVOST_BUSY = 5,
    PROVOST_STORAGE = 6,
    PROVOST_UNSUPPORTED = 7,
    PROVOST_CALLBACK = 8,
    PROVOST_INTERNAL = 9
} provost_status;
typedef struct provost_text provost_text;
typedef struct provost_error provost_error;
typedef struct provost_engine provost_engine;
typedef struct provost_session provost_session;
typedef struct provost_bulk provost_bulk;
 const char* provost_version(void);
 uint32_t provost_abi_version(void);
 provost_status provost_text_new(const char* bytes, size_t length, provost_text** out,
                                            provost_error** error);
 const char* provost_text_data(const provost_text* text);
 size_t provost_text_size(const provost_text* text);
 provost_status provost_text_set(provost_text* text, const char* bytes, size_t length,
                                            provost_error** error);
 provost_status provost_text_append(provost_text* text, const char* bytes, size_t length,
                                               provost_error** error);
 void provost_text_free(provost_text* text);
 provost_status provost_error_status(const provost_error* error);
 const char* provost_error_code(const provost_error* error);
 const char* provost_error_message(const provost_error* error);
 const char* provost_error_pointer(const provost_error* error);
 const char* provost_error_file(const provost_error* error);
 int64_t provost_error_line(const provost_error* error);
 int64_t provost_error_column(const provost_error* error);
 const char* provost_error_document(const provost_error* error);
 void provost_error_free(provost_error* error);
 provost_status provost_decide(const char* document, size_t length, provost_text** answer,
                                          provost_error** error);
typedef struct provost_options {
    size_t size;
    const char* owner;
    size_t owner_length;
    const char* secret;
    size_t secret_length;
    int64_t now_ms;
    size_t batch;
} provost_options;
 provost_status provost_open(const char* path, size_t length, const provost_options* options,
                                        provost_engine** out, provost_error** error);
struct provost_store;
 provost_status provost_open_store(const struct provost_store* store, const provost_options* options,
                                              provost_engine** out, provost_error** error);
 provost_status provost_close(provost_engine* engine, provost_error** error);
 provost_status provost_run(provost_engine* engine, const char* request, size_t length,
                                       provost_text** answer, provost_error** error);
 provost_status provost_get(provost_engine* engine, const char* kind, size_t length, int64_t id,
                                       provost_text** record, provost_error** error);
 provost_status provost_find(provost_engine* engine, const char* query, size_t length,
                                        provost_text** records, provost_error** error);
 provost_status provost_journal(provost_engine* engine, provost_text** position, provost_error** error);
 provost_status provost_audit(provost_engine* engine, const char* request, size_t length,
                                         provost_text** report, provost_error** error);
 provost_status provost_rebuild(provost_engine* engine, provost_engine* to, provost_error** error);
 provost_status provost_schema(const char* name, size_t length, provost_text** out, provost_error** error);
 provost_status provost_verbs(provost_text** names, provost_error** error);
 provost_status provost_sentence(const char* reason, size_t length, provost_text** sentence,
                                            provost_error** error);
 provost_status provost_session_begin(provost_engine* engine, const char* document, size_t length,
                                                 provost_session** out, provost_error** error);
 provost_status provost_session_feed(provost_session* session, const char* bytes, size_t length,
                                                provost_error** error);
 provost_status provost_session_take(provost_session* session, provost_text** stream, provost_text** bytes,
                                                provost_error** error);
 provost_status provost_session_finish(provost_session* session, provost_text** summary,
                                                  provost_error** error);
 void provost_session_free(provost_session* session);
enum { PROVOST_NO_DAY = -2147483647 - 1 };
typedef enum provost_state {
    PROVOST_STATE_REGISTERED = 4,
    PROVOST_STATE_IN_PROGRESS = 5,
    PROVOST_STATE_PASSED = 7,
    PROVOST_STATE_FAILED = 8
} provost_state;
typedef enum provost_fact_kind {
    PROVOST_FACT_SKILL = 0,
    PROVOST_FACT_JOB_PROFILE = 1,
    PROVOST_FACT_COURSE = 2,
    PROVOST_FACT_TEMPLATE = 3
} provost_fact_kind;
typedef enum provost_mark {
    PROVOST_NOT_MET = 0,
    PROVOST_UNKNOWN = 1,
    PROVOST_PARTLY_MET = 2,
    PROVOST_MET = 3
} provost_mark;
typedef struct provost_columns {
    size_t size;
    size_t learners;
    const int64_t* learner;
    size_t places;
    const int64_t* place_learner;
    const int64_t* place_course;
    const int64_t* place_template;
    const uint8_t* place_state;
    const int32_t* place_enrolled_on;
    const int32_t* place_started_on;
    const int32_t* place_ended_on;
    const int32_t* place_valid_until;
    size_t achievements;
    const int64_t* achievement_learner;
    const int64_t* achievement_subject;
    const int32_t* achievement_end_on;
    const uint8_t* achievement_successful;
    size_t members;
    const int64_t* member_learner;
    const int64_t* member_group;
    size_t facts;
    const int64_t* fact_learner;
    const uint8_t* fact_kind;
    const int64_t* fact_about;
    const uint8_t* fact_holds;
    const int32_t* fact_level;
    const int32_t* fact_from_on;
    const int32_t* fact_until_on;
} provost_columns;
 provost_status provost_bulk_open(const char* document, size_t length, const provost_columns* columns,
                                             provost_bulk** out, provost_text** summary, provost_error** error);
typedef struct provost_pairs {
    size_t size;
    size_t pairs;
    const int64_t* learner;
    const int64_t* rule;
    const int32_t* day;
    int32_t one_day;
    uint8_t* mark;
    uint8_t* parts;
    size_t parts_each;
} provost_pairs;
 provost_status provost_bulk_judge(const provost_bulk* bulk, const provost_pairs* pairs,
                                              provost_error** error);
 void provost_bulk_free(provost_bulk* bulk);
typedef struct provost_store {
    size_t size;
    void* user_data;
    void (*destroy)(void* user_data);
    provost_status (*reserve)(void* user_data, int64_t count, int64_t* first);
    provost_status (*load)(void* user_data, const char* keys, size_t length, provost_text* found);
    provost_status (*find)(void* user_data, const char* query, size_t length, provost_text* documents);
    provost_status (*commit)(void* user_data, const char* units, size_t length, provost_text* outcomes);
    provost_status (*describe)(void* user_data, provost_text* traits);
} provost_store;
