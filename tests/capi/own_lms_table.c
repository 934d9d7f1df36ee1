/* The example's LMS as a table, for the tests that put it behind the C++ interface. */
#define main own_lms_main
#include "../../examples/own_lms.c"
#undef main

static own_lms held;

provost_lms own_lms_table(void);
provost_lms own_lms_table(void) {
    const provost_lms table = {sizeof table, &held, NULL, carry_out, list};
    held.count = 0;
    return table;
}

/* Values as they stand in documents, with their quotes. */
const char* own_lms_access(const char* course, const char* learner);
const char* own_lms_access(const char* course, const char* learner) {
    const enrolment* row = find(&held, course, learner);
    return row == NULL ? "" : row->access;
}
