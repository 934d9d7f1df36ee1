/* Provost: the rules and records of training administration, as a library. This is its whole C interface (C99).
 *
 * Behaviours are not functions here but names in JSON documents (provost_verbs lists them), so this header stays small
 * and still while they grow. A refusal is a result: PROVOST_OK with an answer whose verdict is "refused" and whose
 * reason says why. An error is a failure: another status, and an error object.
 *
 * Rules that hold for every function:
 *  - Ownership. Inputs are borrowed for the call. Every `**out` is yours: free it with the one function of its type,
 *    which accepts NULL. On failure it is set to NULL. What is returned by value (a `const char *`) belongs to the
 *    object it was asked of and lives as long, or until that object is changed. No allocator crosses the border: a
 *    callback gives text back by filling a provost_text that the library made.
 *  - Text is UTF-8, given as pointer and length in bytes. The length SIZE_MAX (in PHP: -1) means: ends with a NUL.
 *    Text that comes back always has a NUL behind its last byte. An embedded document (a member that holds a record
 *    or a request) is a JSON string with that document's text: exact, and opaque to whoever only keeps it.
 *  - Errors. A function that can fail returns a provost_status and takes, last, a `provost_error **` which may be
 *    NULL. It is only written to: an error that is yours to free, or NULL on success. Nothing is kept per thread.
 *    Every function of the library may fail with argument.null, argument.invalid, handle.closed (also for pointers
 *    that never were a handle), memory.exhausted and internal.defect; the comments name what comes besides.
 *  - Threads. Functions without an engine or session may be called by any thread at any time; a text or error may be
 *    used by one thread at a time, a bulk by many. An engine with all its sessions serves one call at a time, from any
 *    thread: a second call, from another thread or out of a callback, answers PROVOST_BUSY (handle.busy) at once.
 *    The library starts no thread and calls back only in the thread that called it.
 *  - Fork. Engines and sessions do not survive a fork: in the child they answer handle.forked, and closing them only
 *    forgets them. Open after the fork. Texts, errors and bulks survive. Loading the library does no work.
 *  - Structs begin with their own size, as the caller compiled it. They only grow at the end: missing members have
 *    their default, and unknown ones must be zero (else PROVOST_UNSUPPORTED). Numbers of enums never change.
 *
 * More: docs/c-abi.md, examples/, and provost_lms.h. For PHP FFI: gcc -E -P -DPROVOST_FFI -DPROVOST_API= */
#ifndef PROVOST_H
#define PROVOST_H

#ifndef PROVOST_FFI
#include <stddef.h>
#include <stdint.h>
#endif

#ifndef PROVOST_API
#define PROVOST_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Section: version. */

/* Which interface this header describes. Compare with provost_abi_version() before anything else. Since 0.1. */
enum { PROVOST_ABI_VERSION = 0 };

/* Who must act. Since 0.1. */
typedef enum provost_status {
    PROVOST_OK = 0,
    PROVOST_INVALID = 1,     /* the caller sent something malformed */
    PROVOST_NOT_FOUND = 2,   /* a named thing does not exist */
    PROVOST_CONFLICT = 3,    /* the state moved, or the thing exists already */
    PROVOST_LIMIT = 4,       /* an input is larger than its ceiling */
    PROVOST_BUSY = 5,        /* try again later */
    PROVOST_STORAGE = 6,     /* the store failed */
    PROVOST_UNSUPPORTED = 7, /* not available in this build, format or version */
    PROVOST_CALLBACK = 8,    /* a function of the host failed */
    PROVOST_INTERNAL = 9     /* a defect of this library */
} provost_status;

typedef struct provost_text provost_text;       /* bytes with a length */
typedef struct provost_error provost_error;     /* why a call failed */
typedef struct provost_engine provost_engine;   /* a store, and the rules over it */
typedef struct provost_session provost_session; /* an import, export or long run */
typedef struct provost_bulk provost_bulk;       /* rules, and what learners have done, for judging many at once */

/* Version of the library, for example "0.1.0"; static. Since 0.1. */
PROVOST_API const char* provost_version(void);

/* PROVOST_ABI_VERSION of the library that is loaded. Since 0.1. */
PROVOST_API uint32_t provost_abi_version(void);

/* Section: text. */

/* A text with a copy of these bytes; `bytes` may be NULL when `length` is 0. Since 0.1. */
PROVOST_API provost_status provost_text_new(const char* bytes, size_t length, provost_text** out,
                                            provost_error** error);

/* Its bytes, with a NUL behind them; valid until the text is changed or freed. "" for NULL. Since 0.1. */
PROVOST_API const char* provost_text_data(const provost_text* text);

/* How many bytes, without the NUL; 0 for NULL. Since 0.1. */
PROVOST_API size_t provost_text_size(const provost_text* text);

/* Replaces the content. Callbacks answer with it. Since 0.1. */
PROVOST_API provost_status provost_text_set(provost_text* text, const char* bytes, size_t length,
                                            provost_error** error);

/* Adds to the content. Since 0.1. */
PROVOST_API provost_status provost_text_append(provost_text* text, const char* bytes, size_t length,
                                               provost_error** error);

/* Frees a text. NULL, and the text that a callback was lent, are left alone. Since 0.1. */
PROVOST_API void provost_text_free(provost_text* text);

/* Section: error. */

/* The status that the call returned; PROVOST_OK for NULL. Since 0.1. */
PROVOST_API provost_status provost_error_status(const provost_error* error);

/* What happened: a row of docs/codes.md such as "date.malformed"; "" for NULL, as below. Since 0.1. */
PROVOST_API const char* provost_error_code(const provost_error* error);

/* The same in English. Never holds personal data. Since 0.1. */
PROVOST_API const char* provost_error_message(const provost_error* error);

/* Where in the input document, as JSON Pointer; "" when it is no place in a document. Since 0.1. */
PROVOST_API const char* provost_error_pointer(const provost_error* error);

/* Where in an input file: its name, as the session was told; "" when it is no place in a file. Since 0.1. */
PROVOST_API const char* provost_error_file(const provost_error* error);

/* Line and column from 1; 0 = not known. Since 0.1. */
PROVOST_API int64_t provost_error_line(const provost_error* error);
PROVOST_API int64_t provost_error_column(const provost_error* error);

/* All of it, with the parameters of the message, as JSON (schema "error"); "" for NULL. Since 0.1. */
PROVOST_API const char* provost_error_document(const provost_error* error);

/* Since 0.1. */
PROVOST_API void provost_error_free(provost_error* error);

/* Section: decide: for a host that keeps the records itself. */

/* Decides a request over records that the host has fetched; nothing is stored anywhere. The document:
 *   {"request": "<document, with the verb>", "owner": "<actor who holds every right; absent: owner>",
 *    "records": [{"kind": "...", "document": "<record>"}, ...],   every record found so far
 *    "asked": [{"kind": "...", "index": "...", "values": ["..."]}, ...]}   every key looked up so far, found or not
 * `*answer` is an answer document (schema "answer"). Its verdict is "needs" while facts are missing: its list `needs`
 * names keys, in the form of `asked` (index "id", or an index of that kind; values as canonical text). Fetch all the
 * records under each, add records and keys to the document, and ask again, until another verdict comes: a few rounds.
 * An answer that is accepted or held always carries its plan: what the host must write, in one transaction, after it
 * has checked that the records it gave are unchanged. A changed record's version grows by one. New records take the
 * request's `ids`: give fresh ones, as many as the error argument.invalid with pointer /request/ids asks for. Give
 * `recorded` too: without it the system clock is read. Errors: any of a document's. Since 0.1. */
PROVOST_API provost_status provost_decide(const char* document, size_t length, provost_text** answer,
                                          provost_error** error);

/* Section: engine. */

/* How an engine works; all zero but `size` gives the defaults. A text that is not NULL must not be empty, so that a
 * forgotten length is noticed. Since 0.1. */
typedef struct provost_options {
    size_t size;       /* sizeof(provost_options) */
    const char* owner; /* actor who holds every right: the host itself; NULL: "owner" */
    size_t owner_length;
    const char* secret; /* makes digests of personal values unguessable; the same for a store's whole life */
    size_t secret_length;
    int64_t now_ms; /* recorded moment of requests that name none, UTC milliseconds; 0: the system clock */
    size_t batch;   /* rows of an import that are decided and committed together; 0: 2000 */
} provost_options;

/* An engine over the SQLite file at `path` (made when it is not there); ":memory:" keeps everything in memory.
 * `options` may be NULL. Errors: store.foreign, store.newer, store.read-only, store.busy, store.failed. Since 0.1. */
PROVOST_API provost_status provost_open(const char* path, size_t length, const provost_options* options,
                                        provost_engine** out, provost_error** error);

struct provost_store;

/* An engine over the host's own store (section adapters). The table is copied, `user_data` must outlive the engine;
 * `destroy` is called once, by provost_close, and never when the opening fails. Since 0.1. */
PROVOST_API provost_status provost_open_store(const struct provost_store* store, const provost_options* options,
                                              provost_engine** out, provost_error** error);

/* Closes the engine and its sessions; the sessions' handles are yours to free still. NULL is accepted. Busy engines
 * stay open (handle.busy); after a fork nothing is touched but the handle. Since 0.1. */
PROVOST_API provost_status provost_close(provost_engine* engine, provost_error** error);

/* Decides a request and carries it out. `request` names its verb: {"provost":1,"verb":"...",...}, schema under the
 * verb's name; `*answer` has the schema "answer". Errors: any of a document's; verb.unknown, plan.moved, plan.expired,
 * store.contended, store.failed, callback.failed. Since 0.1. */
PROVOST_API provost_status provost_run(provost_engine* engine, const char* request, size_t length,
                                       provost_text** answer, provost_error** error);

/* One record by its id, as a document. Errors: kind.unknown, record.unknown. Since 0.1. */
PROVOST_API provost_status provost_get(provost_engine* engine, const char* kind, size_t length, int64_t id,
                                       provost_text** record, provost_error** error);

/* Records of a kind: {"kind":"...","index":"...","values":["..."],"where":[{"member":"...","is":"..."}],
 * "order":["..."],"after":0,"limit":1000}, schema "find". All but the kind may be left out: no values means all records
 * of the kind, no order that of their ids. `*records` is a JSON array of record documents, those behind the record
 * `after`. Errors: kind.unknown, argument.invalid, record.missing (`after`); any of a document's. Since 0.1. */
PROVOST_API provost_status provost_find(provost_engine* engine, const char* query, size_t length,
                                        provost_text** records, provost_error** error);

/* Where the journal ends: {"chain":"...","entries":n,"state":"..."}; chain and state are left out while there is no
 * entry. Keep the chain elsewhere: it proves later that nothing before it was altered. Since 0.1. */
PROVOST_API provost_status provost_journal(provost_engine* engine, provost_text** position, provost_error** error);

/* Audits; each reads the whole journal. {"audit":"verify","anchor":{...}}: whether journal and records hold together;
 * the anchor, an earlier answer of provost_journal that was kept elsewhere, may be left out; `*report` has the schema
 * "verify_report", and what is wrong stands in its `findings`. {"audit":"rejudge"}: recorded requests that would be
 * decided otherwise today; schema "rejudge_report". {"audit":"head"}: as provost_journal. Errors: any of a document's;
 * choice.unknown, audit.entry-changed (rejudge), store.contended, store.failed, callback.failed. Since 0.1. */
PROVOST_API provost_status provost_audit(provost_engine* engine, const char* request, size_t length,
                                         provost_text** report, provost_error** error);

/* Makes the records of `engine` again, from its journal alone, in the store of `to`: another engine, opened with the
 * same secret over a store that is empty still. The state digest is the same then; `to` can be used at once. Errors:
 * argument.invalid (`to`: not empty, another secret, `engine` itself), audit.entry-changed (the journal does not hold
 * together), store.failed, callback.failed. After an error `to` may be half filled: throw its store away. Since 0.1. */
PROVOST_API provost_status provost_rebuild(provost_engine* engine, provost_engine* to, provost_error** error);

/* JSON Schema (2020-12) of a document: a verb's request, a kind of record, or "answer", "error", "session_request",
 * "journal_position", "audit_request", "verify_report", "rejudge_report", "decide", "bulk", "bulk_summary", "query",
 * "keys", "found", "documents", "units", "outcomes", "traits". Error: kind.unknown. Since 0.1. */
PROVOST_API provost_status provost_schema(const char* name, size_t length, provost_text** out, provost_error** error);

/* Names of all verbs: a JSON array of strings. Since 0.1. */
PROVOST_API provost_status provost_verbs(provost_text** names, provost_error** error);

/* A reason of an answer ({"code":"...","parameters":[...],...}, as it stands there) in English: the sentence of its
 * code alone, not of its parts; empty without a code. Errors: any of a document's. Since 0.1. */
PROVOST_API provost_status provost_sentence(const char* reason, size_t length, provost_text** sentence,
                                            provost_error** error);

/* Section: session. */

/* Begins an import or another long run: {"provost":1,"session":"import","preset":"...","zone":"...",...}, schema
 * "session_request". Input and output are pieces of bytes: no file name, no callback, constant memory. Free the session
 * before or after its engine is closed. Errors: any of a document's. Since 0.1. */
PROVOST_API provost_status provost_session_begin(provost_engine* engine, const char* document, size_t length,
                                                 provost_session** out, provost_error** error);

/* Gives the next piece of input; pieces may be cut anywhere. What is complete is decided and committed in batches.
 * After an error an import or export answers that error for ever; batches committed before stay. Since 0.1. */
PROVOST_API provost_status provost_session_feed(provost_session* session, const char* bytes, size_t length,
                                                provost_error** error);

/* Moves out the next piece of output and the name of the stream it belongs to (a report or a file). Both are NULL, with
 * PROVOST_OK, when there is none at present. Call it until then after each feed and after finish. Since 0.1. */
PROVOST_API provost_status provost_session_take(provost_session* session, provost_text** stream, provost_text** bytes,
                                                provost_error** error);

/* Ends the input and commits the rest; `*summary` is a JSON document. Since 0.1. */
PROVOST_API provost_status provost_session_finish(provost_session* session, provost_text** summary,
                                                  provost_error** error);

/* Ends it; what is not committed is dropped, and a run with an LMS ends. Not if NULL or in use. Since 0.1. */
PROVOST_API void provost_session_free(provost_session* session);

/* Section: bulk: prerequisites of many learners at once, over arrays, which are borrowed for the call; no store. */

/* Days in arrays count from 1970-01-01, in the years 0001 to 9999 (-719162 to 2932896); this is no day. Since 0.1. */
enum { PROVOST_NO_DAY = -2147483647 - 1 };

/* States of a participant that can count; the others have the numbers of records, too: 0 none, 1 requested, 2 reserved,
 * 3 waiting, 6 on hold, 9 cancelled, 10 rejected, 11 moved, 12 replaced. Since 0.1. [IMC-PART-09] */
typedef enum provost_state {
    PROVOST_STATE_REGISTERED = 4,
    PROVOST_STATE_IN_PROGRESS = 5,
    PROVOST_STATE_PASSED = 7,
    PROVOST_STATE_FAILED = 8
} provost_state;

/* What a fact is about. Since 0.1. [IMC-PRE-18, IMC-PRE-19] */
typedef enum provost_fact_kind {
    PROVOST_FACT_SKILL = 0,
    PROVOST_FACT_JOB_PROFILE = 1,
    PROVOST_FACT_COURSE = 2,  /* what was done elsewhere covers a course */
    PROVOST_FACT_TEMPLATE = 3 /* and the courses of a template */
} provost_fact_kind;

/* How far prerequisites are met. The last two admit. Since 0.1. [IMC-PRE-22] */
typedef enum provost_mark {
    PROVOST_NOT_MET = 0,
    PROVOST_UNKNOWN = 1,    /* a fact that nobody told: does not admit */
    PROVOST_PARTLY_MET = 2, /* admits, but is not complete */
    PROVOST_MET = 3
} provost_mark;

/* What learners have done: four groups of columns, each with its number of rows, in any order; keys are the caller's.
 * A column that is NULL says nothing in any row; those marked ! must not be NULL where there are rows. Since 0.1. */
typedef struct provost_columns {
    size_t size;                      /* sizeof(provost_columns) */
    size_t learners;                  /* everybody: a question about somebody else is refused; */
    const int64_t* learner;           /* NULL: whoever stands in no row has done nothing */
    size_t places;                    /* in courses */
    const int64_t* place_learner;     /* ! */
    const int64_t* place_course;      /* ! */
    const int64_t* place_template;    /* of the course; rules may ask for any course of a template */
    const uint8_t* place_state;       /* ! provost_state */
    const int32_t* place_enrolled_on; /* days, or PROVOST_NO_DAY; open places count from this one on */
    const int32_t* place_started_on;  /* of this and the next one no day means long ago */
    const int32_t* place_ended_on;
    const int32_t* place_valid_until;      /* last day on which having passed counts */
    size_t achievements;                   /* of subjects */
    const int64_t* achievement_learner;    /* ! */
    const int64_t* achievement_subject;    /* ! */
    const int32_t* achievement_end_on;     /* ! */
    const uint8_t* achievement_successful; /* 0 or 1; NULL: all are */
    size_t members;                        /* of groups of people */
    const int64_t* member_learner;         /* ! */
    const int64_t* member_group;           /* ! */
    size_t facts;                          /* that the host knows */
    const int64_t* fact_learner;           /* ! */
    const uint8_t* fact_kind;              /* ! provost_fact_kind */
    const int64_t* fact_about;             /* ! key of the skill, job profile, course or template */
    const uint8_t* fact_holds;             /* 0 or 1; NULL: all do */
    const int32_t* fact_level;             /* of a skill, 0 to 1000000; of a job profile 1 assigned, 2 met; NULL: 1 */
    const int32_t* fact_from_on;           /* first day on which it is so */
    const int32_t* fact_until_on;          /* and the last one */
} provost_columns;

/* Compiles the rules of a document over columns; neither is needed afterwards. The document, schema "bulk":
 *   {"rules": [{"key": n, "bundles": [...]}, ...],       bundles as in prerequisites.define_prerequisites
 *    "things": [{"kind": "...", "key": n, "name": "..."}, ...]}
 * Items name things by their number in the columns (1 or more), or by a name that stands in `things`; subjects, skills
 * and job profiles by a name. Groups of courses and learning paths stand there with their "courses", templates that
 * have one with their "subject". `*summary` ("bulk_summary") tells the parts of the largest rule, and the memory taken.
 * Errors: any of a document's; column.missing, column.out-of-range (with the place, "/places/state/7"),
 * columns.too-large, name.undeclared, name.declared-twice, rule.repeated, and what prerequisites.define_prerequisites
 * refuses (with the place, "/rules/0/bundles/1/items/2"). Since 0.1. [IMC-PRE-22] */
PROVOST_API provost_status provost_bulk_open(const char* document, size_t length, const provost_columns* columns,
                                             provost_bulk** out, provost_text** summary, provost_error** error);

/* Pairs of a learner and a rule, and where their marks go. Since 0.1. */
typedef struct provost_pairs {
    size_t size;  /* sizeof(provost_pairs) */
    size_t pairs; /* length of each of the arrays */
    const int64_t* learner;
    const int64_t* rule; /* keys of the document's rules */
    const int32_t* day;  /* on which each is judged; NULL: all on `one_day` */
    int32_t one_day;
    uint8_t* mark; /* out: a provost_mark for each pair */
    /* Out: `parts_each` bytes for each pair, for the marks of its rule, then of each bundle followed by its items, in
     * the order of the document, without what is only recommended; the rest of them stays as it is. NULL, 0: none. */
    uint8_t* parts;
    size_t parts_each;
} provost_pairs;

/* Judges all the pairs: the marks are those that a registration on that day would find. Best in batches of some
 * thousands; threads may share a bulk. Errors, of the first wrong pair, when marks before it may be written:
 * column.out-of-range ("/days/3", "/day/0"), learner.unknown, rule.unknown, parts.too-few. Since 0.1. [IMC-PRE-22] */
PROVOST_API provost_status provost_bulk_judge(const provost_bulk* bulk, const provost_pairs* pairs,
                                              provost_error** error);

/* Frees a bulk. NULL is accepted; calls that use it still go on to their end. Since 0.1. */
PROVOST_API void provost_bulk_free(provost_bulk* bulk);

/* Section: adapters. */

/* A store of the host's own. Each function takes `user_data` first and answers a status. Another one than PROVOST_OK
 * ends the call into the library with PROVOST_CALLBACK (callback.failed); nothing counts as committed then. They
 * are called in the thread that called the library, one at a time; they may call provost_text_*, provost_error_* and
 * provost_decide, but not the engine (handle.busy). They must not throw and not longjmp. Input is borrowed for
 * the call; so is the text to fill.
 *
 * A store knows nothing of the records: it keeps a document per kind and id, its version, the index keys it was given
 * with it, and one number, the revision, which each commit that applies anything raises by one. Documents, with the
 * names of their schemas:
 *   keys      {"keys": [{"kind": "...", "index": "...", "values": ["..."]}, ...]}        index "id": one value, the id
 *   found     {"revision": n, "found": [{"documents": ["<record>", ...]}, ...]}      one item per key, in order
 *   query     {"kind": "...", "index": "...", "values": ["..."], "after": n, "limit": n}
 *   documents {"documents": ["<record>", ...]}
 *   units     {"units": [{"as_of": n, "reads": [{"kind": "...", "id": n, "version": n}, ...], "writes": [
 *                  {"kind": "...", "id": n, "expected": n, "version": n, "takes_id": true,
 *                   "document": "<record>",
 *                   "keys": [{"index": "...", "unique": true, "values": ["..."]}, ...]}, ...]}, ...]}
 *   outcomes  {"outcomes": [{"state": "applied", "revision": n}, {"state": "stale"}, {"state": "failed"}, ...]}
 *   traits    {"name": "...", "units_per_transaction": n, "bytes_per_transaction": n, "serializable": true}
 * Values are canonical text; they are compared byte by byte. Since 0.1. */
typedef struct provost_store {
    size_t size; /* sizeof(provost_store) */
    void* user_data;

    /* Called once, when the engine is closed. NULL: nothing to do. */
    void (*destroy)(void* user_data);

    /* Sets `*first` to the first of `count` fresh ids in a row (1 to 2^53 - 1): above all that were handed out before,
     * and above all ids of writes that said "takes_id" (other records number themselves). Ids that were handed out but
     * never written may come again after the store was opened anew. */
    provost_status (*reserve)(void* user_data, int64_t count, int64_t* first);

    /* `found`: the records under each key, in ascending order of id, and the revision at which they were read. */
    provost_status (*load)(void* user_data, const char* keys, size_t length, provost_text* found);

    /* `documents`: records whose index begins with these values (none: all of the kind), with ids above `after`, in
     * ascending order of id, `limit` at most. */
    provost_status (*find)(void* user_data, const char* query, size_t length, provost_text* documents);

    /* Applies each unit wholly or not at all, in order; `outcomes`: one per unit. A unit is stale, and the next one
     * goes on, when a record of `reads` or a written record has not the version that is expected (0: not there), or
     * when a unique key of a write stands as a unique key of another record. A unit whose `as_of` is the present
     * revision (not 0) needs no check of its `reads`. A write replaces document, version and all keys of the record.
     * Applied means: durable, and seen by the next load. Answer PROVOST_OK whenever outcomes are known. */
    provost_status (*commit)(void* user_data, const char* units, size_t length, provost_text* outcomes);

    /* `traits`: what the store can do. NULL: one unit per transaction, no limit, serialisable. */
    provost_status (*describe)(void* user_data, provost_text* traits);
} provost_store;

#ifdef __cplusplus
}
#endif

#endif
