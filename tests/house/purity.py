#!/usr/bin/env python3
"""Rules are pure: no clock, chance, locale, environment, file, socket, thread or changeable global in their rooms.

What a rule needs to know comes in with the request, the facts and the context; a call that asks the machine would
make the same request give different answers. `describe` may use Boost.JSON besides, no other room may.

@rows MIS-01
"""
import re

import tree

IMPURE_ROOMS = {"engine", "adapters", "capi"}

# What may not stand in a pure room, and why.
FORBIDDEN = [
    (r"::now\s*\(|\b(time|clock|gettimeofday|clock_gettime|localtime|gmtime|mktime|strftime)\s*\(", "a clock"),
    (r"\bstd::(chrono::)?(system_clock|steady_clock|high_resolution_clock|current_zone|get_tzdb|locate_zone)\b", "a clock"),
    (r"\bdate::(current_zone|locate_zone|get_tzdb|make_zoned)\b", "the machine's time zones"),
    (r"\b(s?rand|rand_r|random|drand48|getrandom|arc4random)\s*\(|\bstd::(random_device|mt19937(_64)?)\b", "chance"),
    (r"\b(getenv|secure_getenv|setenv|putenv)\s*\(", "the environment"),
    (r"\b(setlocale|std::locale|isalpha|isdigit|isspace|isupper|islower|isalnum|tolower|toupper|strtod|stod|stof|atof)\b",
     "the locale"),
    (r"\bstd::(i|o)?fstream\b|\b(fopen|mmap|unlink|mkstemp)\s*\(|(?<!\w)::open\s*\(|\bstd::filesystem\b", "a file"),
    (r"\bstd::(cout|cerr|cin|clog)\b|\b(printf|puts|scanf)\s*\(", "a stream of the process"),
    (r"\b(socket|connect|getaddrinfo|curl_easy_\w+)\s*\(", "the network"),
    (r"\bstd::(thread|jthread|async|mutex|shared_mutex|atomic\w*|condition_variable)\b|\bpthread_\w+\s*\(", "a thread"),
    (r"\bthread_local\b", "a global"),
    (r"\bsqlite3?_\w+|\bPQ\w+\s*\(", "a database"),
    (r"#\s*include\s*<(ctime|time\.h|random|fstream|iostream|filesystem|thread|mutex|atomic|future|locale|cstdlib|stdlib\.h"
     r"|unistd\.h|sys/\S+|sqlite3\.h|date/\S+|libpq-fe\.h|curl/\S+)>", "a header of the machine"),
]
STATIC = re.compile(r"^\s*(static|inline)\s+(?!const\b|constexpr\b|consteval\b|inline\s+const|constinit const\b|assert)"
                    r"(?![^=;{]*\()[\w:<>,&*\s]+(=|;|\{)")
NAMESPACE_VARIABLE = re.compile(r"^(std::)?[\w:]+(<[^;()]*>)?[ &*]+\w+(\{[^()]*\})?( = [^;()]*)?;\s*$")
OTHER = ("using ", "return ", "namespace ", "template ", "extern template ", "friend ", "struct ", "class ", "enum ")
LITERAL_OR_COMMENT = re.compile(r'R"\((?:.*?)\)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'|//[^\n]*|/\*.*?\*/', re.DOTALL)


def without_comments(text):
    """Comments and the contents of literals go; the lines stay where they are."""
    return LITERAL_OR_COMMENT.sub(lambda match: ('""' if match[0][0] in "R\"'" else "") + "\n" * match[0].count("\n"), text)


def problems_of(path):
    for number, line in enumerate(without_comments(tree.text(path)).splitlines(), 1):
        for pattern, what in FORBIDDEN:
            if re.search(pattern, line):
                yield "%s:%d: %s in a pure room: %s" % (path, number, what, line.strip())
        changeable = STATIC.match(line) or (NAMESPACE_VARIABLE.match(line) and not line.startswith(OTHER))
        if changeable:
            yield "%s:%d: a changeable global: %s" % (path, number, line.strip())
        if re.search(r"\bboost::|<boost/", line) and tree.room_of(path) != "describe":
            yield "%s:%d: Boost.JSON outside describe" % (path, number)


def main():
    found = [problem for path in tree.files("src", "include/provost", suffixes={".hpp", ".cpp"})
             if tree.room_of(path) not in IMPURE_ROOMS for problem in problems_of(path)]
    tree.finish(found, "purity")


if __name__ == "__main__":
    main()
