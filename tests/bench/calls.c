/* A call of the C ABI that does nothing beside a bare call across a shared library; one pure decision through C.
 *     bench_calls REQUEST_FILE                                                                                      */
#define _POSIX_C_SOURCE 200809L
#include <provost.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int bench_nothing(void);

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static int ascending(const void* a, const void* b) {
    const double x = *(const double*)a, y = *(const double*)b;
    return (x > y) - (x < y);
}

enum { rounds = 9, calls = 20000000, decisions = 20000 };

static double middle(double* values) {
    qsort(values, rounds, sizeof *values, ascending);
    return values[rounds / 2];
}

int main(int count, char** words) {
    static char document[1 << 16];
    FILE* file = count == 2 ? fopen(words[1], "rb") : NULL;
    if (file == NULL) return fprintf(stderr, "bench_calls REQUEST_FILE\n"), 2;
    const size_t size = fread(document, 1, sizeof document, file);
    fclose(file);
    double bare[rounds], nothing[rounds], decided[rounds];
    long sum = 0;
    for (int round = 0; round < rounds; ++round) {
        double began = seconds();
        for (int i = 0; i < calls; ++i) sum += bench_nothing();
        bare[round] = (seconds() - began) / calls * 1e9;
        began = seconds();
        for (int i = 0; i < calls; ++i) sum += provost_abi_version();
        nothing[round] = (seconds() - began) / calls * 1e9;
        began = seconds();
        for (int i = 0; i < decisions; ++i) {
            provost_text* answer = NULL;
            if (provost_decide(document, size, &answer, NULL) != PROVOST_OK) return 1;
            sum += (long)provost_text_size(answer);
            provost_text_free(answer);
        }
        decided[round] = (seconds() - began) / decisions * 1e9;
    }
    printf("C: nothing %.2f ns, bare call %.2f ns, ratio %.2f (goal <= 3); one pure decision %.0f ns\n",
           middle(nothing), middle(bare), middle(nothing) / middle(bare), middle(decided));
    return sum == 0;
}
