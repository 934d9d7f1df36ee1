// Names of files that are exchanged.
#include "lms/drop_names.hpp"

#include <algorithm>

namespace provost::lms {

namespace {

constexpr std::size_t longest_name = 100;
constexpr std::size_t longest_answered = 90;  // what answers it has a longer name
constexpr std::string_view manifest_end = ".manifest.csv";

bool is_letter_or_digit(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9'); }

}  // namespace

bool is_safe_name(std::string_view name) {
    if (name.empty() || name.size() > longest_name || name.front() == '.' || name.back() == '.') return false;
    if (name.find("..") != name.npos) return false;
    return std::ranges::all_of(name, [](char c) { return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-'; });
}

bool is_safe_connection(std::string_view connection) {
    return is_safe_name(connection) && connection.size() <= 40 && connection.front() != '_' && connection.back() != '_';
}

std::string folded_name(std::string_view name) {
    std::string out(name);
    for (char& c : out) c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

std::string padded_sequence(std::int64_t sequence) {
    const auto digits = std::to_string(sequence);
    return std::string(digits.size() < 8 ? 8 - digits.size() : 0, '0') + digits;
}

std::string manifest_name(std::string_view connection, std::int64_t sequence) {
    return "package_" + std::string(connection) + "_" + padded_sequence(sequence) + std::string(manifest_end);
}

bool is_manifest_name(std::string_view name) { return name.ends_with(manifest_end); }

bool is_data_name(std::string_view name, std::string_view stream, std::string_view connection, std::int64_t sequence) {
    const auto begin = std::string(stream) + "_" + std::string(connection) + "_" + padded_sequence(sequence) + "_";
    return is_safe_name(name) && name.size() <= longest_answered && name.starts_with(begin) && name.ends_with(".csv") &&
           !is_manifest_name(name);
}

}  // namespace provost::lms
