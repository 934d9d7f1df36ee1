// Comparing what came with what a story expects.
#include "scenarios/expect.hpp"

#include <fstream>
#include <sstream>

namespace provost::scenarios {

namespace json = boost::json;

namespace {

std::optional<std::string> object_difference(const json::object& expected, const json::object& found,
                                             const std::string& place) {
    for (const auto& [key, value] : expected) {
        const std::string inside = place + "/" + std::string(key);
        const json::value* member = found.if_contains(key);
        if (value.is_null()) {
            if (member != nullptr) return inside + ": expected nothing, found " + json::serialize(*member);
        } else if (member == nullptr) {
            return inside + ": expected " + json::serialize(value) + ", found nothing";
        } else if (auto differs = difference(value, *member, inside)) {
            return differs;
        }
    }
    return {};
}

}  // namespace

std::optional<std::string> difference(const json::value& expected, const json::value& found, const std::string& place) {
    if (expected.is_object() && found.is_object()) {
        return object_difference(expected.as_object(), found.as_object(), place);
    }
    if (expected.is_array() && found.is_array() && expected.as_array().size() == found.as_array().size()) {
        for (std::size_t i = 0; i < expected.as_array().size(); ++i) {
            auto differs = difference(expected.as_array()[i], found.as_array()[i], place + "/" + std::to_string(i));
            if (differs) return differs;
        }
        return {};
    }
    if (expected == found) return {};
    return place + ": expected " + json::serialize(expected) + ", found " + json::serialize(found);
}

json::value read_file(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::stringstream text;
    text << in.rdbuf();
    boost::system::error_code problem;
    auto value = json::parse(text.str(), problem);
    if (!in || problem) throw std::runtime_error(file.string() + ": " + (in ? problem.message() : "can not be read"));
    return value;
}

}  // namespace provost::scenarios
