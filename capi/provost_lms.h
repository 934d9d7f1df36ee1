/* An LMS of the host's own behind the sessions of an engine; part of the interface of provost.h, whose rules hold here,
 * too. Hosts that carry out actions themselves (docs/sessions.md) need nothing of it. */
#ifndef PROVOST_LMS_H
#define PROVOST_LMS_H

#include "provost.h"

#ifdef __cplusplus
extern "C" {
#endif

/* An LMS of the host's own, over which a session is run. The rules for its functions are those of a provost_store;
 * documents stand on a line each, names of schemas in quotes. The table is borrowed for the call. Since 0.1.
 * [WIS-MIG-10] */
typedef struct provost_lms {
    size_t size; /* sizeof(provost_lms) */
    void* user_data;

    /* `abilities`: what the LMS can do, one document "lms_abilities". NULL: whatever it is asked. */
    provost_status (*describe)(void* user_data, provost_text* abilities);

    /* Carries out actions ("lms_action"), in order, each by its natural key, so that twice does no harm. `outcomes`:
     * one "lms_outcome" for each. An action that has none counts as unknown: it is looked up before it is repeated. */
    provost_status (*carry_out)(void* user_data, const char* actions, size_t length, provost_text* outcomes);

    /* `rows`: what is asked for ("lms_listing_ask"; without a course: of all), "lms_observed_course", "lms_observed" or
     * "lms_observed_result", then the end of the page, "lms_listing_end". Without an end the listing counts as broken
     * off. NULL: the LMS lists nothing. */
    provost_status (*list)(void* user_data, const char* ask, size_t length, provost_text* rows);
} provost_lms;

/* Runs a session over the LMS: begins it, hands over what it hands out, feeds what comes back, and finishes it.
 * `document` begins an lms.provision, lms.observe, lms.courses or lms.results; `*summary` is the session's own. What
 * was reported before a function failed stays reported. Errors: any of the session's; choice.unknown (another session),
 * callback.failed. Since 0.1. [WIS-MIG-10] */
PROVOST_API provost_status provost_lms_run(provost_engine* engine, const provost_lms* lms, const char* document,
                                           size_t length, provost_text** summary, provost_error** error);

#ifdef __cplusplus
}
#endif

#endif
