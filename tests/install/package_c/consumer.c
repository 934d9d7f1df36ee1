/* Opens an engine in memory, through the installed header. */
#include <provost.h>
#include <stdio.h>

int main(void) {
    provost_engine* engine = NULL;
    provost_text* answer = NULL;
    provost_error* error = NULL;
    if (provost_abi_version() != PROVOST_ABI_VERSION) return 1;
    if (provost_open(":memory:", SIZE_MAX, NULL, &engine, NULL) != PROVOST_OK) return 2;
    if (provost_run(engine, "{\"verb\":\"no.such\"}", SIZE_MAX, &answer, &error) != PROVOST_NOT_FOUND) return 3;
    printf("%s: %s\n", provost_version(), provost_error_message(error));
    provost_error_free(error);
    return (int)provost_close(engine, NULL);
}
