/* Documents of the library as text: writing one, finding a member, going through a list, printing a value. Just what
 * tutorial.c needs of JSON; it reads canonical text alone, which has no blanks. A program of yours has a JSON library.
 */
#ifndef DOCUMENTS_H
#define DOCUMENTS_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A document for the library, with ' for ", which would need a backslash each time. Lasts until the next one. */
static const char* write_json(const char* format, va_list values) {
    static char document[2048];
    const int size = vsnprintf(document, sizeof document, format, values);
    if (size < 0 || (size_t)size >= sizeof document) {
        fprintf(stderr, "The document is longer than %d bytes.\n", (int)sizeof document - 1);
        exit(1);
    }
    for (char* at = document; *at != '\0'; at++) *at = *at == '\'' ? '"' : *at;
    return document;
}

static const char* json(const char* format, ...) {
    va_list values;
    va_start(values, format);
    const char* document = write_json(format, values);
    va_end(values);
    return document;
}

/* Where the JSON value that begins here ends. */
static const char* end_of(const char* at) {
    int depth = 0, quoted = 0;
    do {
        if (quoted && *at == '\\') {
            at++;
        } else if (*at == '"') {
            quoted = !quoted;
        } else if (!quoted) {
            depth += (*at == '{' || *at == '[') - (*at == '}' || *at == ']');
        }
        at++;
    } while (quoted || depth > 0 || strchr(",:}]", *at) == NULL); /* finds the NUL at the end, too */
    return at;
}

/* The value of a member of an object; "" when it is absent. */
static const char* value_of(const char* object, const char* name) {
    for (const char* at = object + 1; *at == '"';) {
        const char* value = end_of(at) + 1;
        if (strncmp(at + 1, name, strlen(name)) == 0 && at[1 + strlen(name)] == '"') return value;
        at = end_of(value);
        at += *at == ',';
    }
    return "";
}

/* The item of a list behind this one, or the first one of a list; NULL when there is none. */
static const char* item_behind(const char* at) {
    if (*at == '[') return at[1] == ']' ? NULL : at + 1;
    at = end_of(at);
    return *at == ',' ? at + 1 : NULL;
}

static const char* first_of(const char* list) { return *list == '[' ? item_behind(list) : NULL; }

/* Prints a value: a text without its quotes, anything else as it stands. */
static void print_value(const char* value) {
    const int quoted = *value == '"', size = *value == '\0' ? 0 : (int)(end_of(value) - value);
    printf("%.*s", size - 2 * quoted, value + quoted);
}

static void print_member(const char* object, const char* name, const char* behind) {
    print_value(value_of(object, name));
    printf("%s", behind);
}

static int has(const char* object, const char* name, const char* value) {
    return strncmp(value_of(object, name), value, strlen(value)) == 0;
}

#endif
