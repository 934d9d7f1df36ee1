/* The C door of the stories: carries out what run.py asks, one message after the other, and sends back what the library
 * says. README.md has the form of the messages. */
#include <provost.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { largest = 1 << 30 };

static provost_engine* engine;
static provost_session* session;

/* Whoever speaks to this program has a defect. */
static void stop(const char* what, const char* detail) {
    fprintf(stderr, "tell: %s%s\n", what, detail);
    exit(2);
}

static void send(const char* word, const char* bytes, size_t size) {
    printf("%s %lu\n", word, (unsigned long)size);
    if (fwrite(bytes, 1, size, stdout) != size || putchar('\n') == EOF || fflush(stdout) != 0) {
        stop("the answer can not be written", "");
    }
}

/* Sends what came of a call, and frees it. */
static void answer(provost_status status, provost_text* text, provost_error* error) {
    if (status == PROVOST_OK) {
        send("ok", provost_text_data(text), provost_text_size(text));
    } else {
        send("error", provost_error_document(error), strlen(provost_error_document(error)));
    }
    provost_text_free(text);
    provost_error_free(error);
}

/* Behind the milliseconds of the recorded moment stands the secret. */
static provost_status open_engine(const char* bytes, size_t size, provost_text** out, provost_error** error) {
    provost_options options;
    char* rest = NULL;
    (void)out;
    if (engine != NULL) stop("an engine is open already", "");
    memset(&options, 0, sizeof options);
    options.size = sizeof options;
    options.now_ms = strtoll(bytes, &rest, 10);
    if (rest == bytes || *rest != ' ') stop("open takes MILLISECONDS SECRET, not ", bytes);
    options.secret = rest + 1;
    options.secret_length = size - (size_t)(options.secret - bytes);
    return provost_open(":memory:", SIZE_MAX, &options, &engine, error);
}

static provost_status close_engine(const char* bytes, size_t size, provost_text** out, provost_error** error) {
    const provost_status status = provost_close(engine, error);
    (void)bytes, (void)size, (void)out;
    if (status == PROVOST_OK) engine = NULL;
    return status;
}

static provost_status run(const char* bytes, size_t size, provost_text** out, provost_error** error) {
    return provost_run(engine, bytes, size, out, error);
}

static provost_status find(const char* bytes, size_t size, provost_text** out, provost_error** error) {
    return provost_find(engine, bytes, size, out, error);
}

static provost_status journal(const char* bytes, size_t size, provost_text** out, provost_error** error) {
    (void)bytes, (void)size;
    return provost_journal(engine, out, error);
}

static provost_status begin(const char* bytes, size_t size, provost_text** out, provost_error** error) {
    (void)out;
    if (session != NULL) stop("a session has begun already", "");
    return provost_session_begin(engine, bytes, size, &session, error);
}

static provost_status feed(const char* bytes, size_t size, provost_text** out, provost_error** error) {
    (void)out;
    return provost_session_feed(session, bytes, size, error);
}

static provost_status finish(const char* bytes, size_t size, provost_text** out, provost_error** error) {
    (void)bytes, (void)size;
    return provost_session_finish(session, out, error);
}

static provost_status end(const char* bytes, size_t size, provost_text** out, provost_error** error) {
    (void)bytes, (void)size, (void)out, (void)error;
    provost_session_free(session);
    session = NULL;
    return PROVOST_OK;
}

/* A piece of output is two messages: the stream's name and the bytes. */
static void take(void) {
    provost_text *stream = NULL, *bytes = NULL;
    provost_error* error = NULL;
    const provost_status status = provost_session_take(session, &stream, &bytes, &error);
    if (status == PROVOST_OK && stream == NULL) {
        send("none", "", 0);
        return;
    }
    answer(status, stream, error);
    if (status == PROVOST_OK) answer(status, bytes, NULL);
}

static const struct {
    const char* word;
    provost_status (*call)(const char* bytes, size_t size, provost_text** out, provost_error** error);
} calls[] = {{"open", open_engine}, {"run", run}, {"find", find},     {"journal", journal},   {"begin", begin},
             {"feed", feed},        {"end", end}, {"finish", finish}, {"close", close_engine}};

static void carry_out(const char* word, const char* bytes, size_t size) {
    provost_text* out = NULL;
    provost_error* error = NULL;
    provost_status status;
    size_t i = 0;
    if (strcmp(word, "take") == 0) {
        take();
        return;
    }
    while (i < sizeof calls / sizeof *calls && strcmp(word, calls[i].word) != 0) ++i;
    if (i == sizeof calls / sizeof *calls) stop("no such word: ", word);
    status = calls[i].call(bytes, size, &out, &error);
    answer(status, out, error);
}

/* The bytes of a message, with a NUL in the place of the line's end that follows them. */
static char* receive(size_t size) {
    char* bytes = malloc(size + 1);
    if (bytes == NULL) stop("not enough memory", "");
    if (fread(bytes, 1, size + 1, stdin) != size + 1 || bytes[size] != '\n') stop("a message is torn", "");
    bytes[size] = '\0';
    return bytes;
}

int main(void) {
    char head[64], word[16];
    unsigned long size = 0;
    if (provost_abi_version() != PROVOST_ABI_VERSION) stop("another library was loaded: ", provost_version());
    while (fgets(head, sizeof head, stdin) != NULL) {
        char* bytes;
        if (sscanf(head, "%15s %lu", word, &size) != 2 || size > largest) stop("no message begins so: ", head);
        bytes = receive(size);
        carry_out(word, bytes, size);
        free(bytes);
    }
    provost_session_free(session);
    return provost_close(engine, NULL) == PROVOST_OK ? 0 : 1;
}
