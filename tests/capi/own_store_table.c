/* The example's store as a table, for the tests that put it behind the C++ interface. */
#define main own_store_main
#include "../../examples/own_store.c"
#undef main

/* Tables made so far share nothing; `destroy` ends one. */
static void destroy_made(void* user_data) {
    destroy(user_data);
    free(user_data);
}

provost_store own_store_table(void);
provost_store own_store_table(void) {
    store* made = calloc(1, sizeof *made);
    made->next_id = 1;
    const provost_store table = {sizeof table, made, destroy_made, reserve, load, find, commit, NULL};
    return table;
}
