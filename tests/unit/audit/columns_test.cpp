// Changes in columns: what the reader gives back is what the journal wrote, byte for byte.
#include "audit/journal.hpp"
#include "describe/columns_read.hpp"
#include "unit/sample.hpp"

#include <provost/describe/json.hpp>

#include <doctest/doctest.h>

namespace {

using provost::Change;
using provost::Record;
using provost::sample::full_sample;
using provost::sample::Sample;

class Noted final : public provost::ColumnVisitor {
public:
    bool group(const provost::ColumnGroup& group) override {
        text += group.kind + (group.made ? " made" : " changed");
        for (const auto& member : group.members) text += ' ' + member;
        return true;
    }
    bool row(std::int64_t id, const std::vector<std::string>& found) override {
        text += "; " + std::to_string(id);
        values.insert(values.end(), found.begin(), found.end());
        return true;
    }
    std::string text;
    std::vector<std::string> values;
};

bool reads(std::string_view text) {
    Noted noted;
    return static_cast<bool>(provost::read_columns(text, noted));
}

}  // namespace

TEST_CASE("columns are read back as they were written, for every kind of member") {
    const std::vector<Change> changes{{{}, Record::of(full_sample())}, {{}, Record::of(full_sample(1))}};
    std::string personal;
    const auto text = provost::audit::columns(changes, "s", personal);
    Noted noted;
    REQUIRE(provost::read_columns(text, noted));
    CHECK(noted.text.starts_with("sample made amount code colour"));
    CHECK(noted.text.ends_with("; 7; 8"));
    std::size_t next = 0;
    for (const Change& change : changes) {
        for (const auto position : change.after.type().by_name) {
            const auto& field = change.after.type().fields[position];
            if (field.name == "id" || field.name == "version") continue;
            std::string written;
            provost::write_member_json(written, field, change.after.data());
            REQUIRE(next < noted.values.size());
            CHECK(noted.values[next++] == written);
        }
    }
    CHECK(next == noted.values.size());
}

TEST_CASE("a member that a change took away is read as absent") {
    Sample after = full_sample();
    after.texts = {};
    after.text = "new";
    const std::vector<Change> changes{{Record::of(full_sample()), Record::of(after)}};
    std::string personal;
    Noted noted;
    REQUIRE(provost::read_columns(provost::audit::columns(changes, "s", personal), noted));
    CHECK(noted.text == "sample changed text texts; 7");
    CHECK(noted.values == std::vector<std::string>{"\"new\"", ""});
}

TEST_CASE("what is no text of columns is not read") {
    CHECK(reads("[]"));
    CHECK(reads(R"([{"kind":"a","made":true,"members":["m"],"rows":[[1,{"a":[1,"]"],"b":{}}],[2,null]]}])"));
    for (const std::string_view text : {"",
                                        " []",
                                        "[",
                                        "{}",
                                        "1",
                                        "null",
                                        "[1]",
                                        "[[]]",
                                        "[[[[1]]]]",
                                        R"([{"kind":1}])",
                                        R"([{"made":"x"}])",
                                        R"([{"x":[]}])",
                                        R"([{"members":[1]}])",
                                        R"([{"members":[["a"]]}])",
                                        R"([{"rows":[1]}])",
                                        R"([{"rows":["a"]}])",
                                        R"([{"rows":[[]]}])",
                                        R"([{"rows":[["a"]]}])",
                                        R"([{"rows":[[1.5]]}])",
                                        R"([{"rows":[[null]]}])",
                                        R"([{"rows":[[1,1.5]]}])",
                                        R"([{"rows":[[1,[null]]]}])",
                                        R"([{"rows":[[1,18446744073709551615]]}])",
                                        R"([{"kind":{"a":1}}])",
                                        R"([{"rows":{"a":1}}])"}) {
        CAPTURE(text);
        CHECK_FALSE(reads(text));
    }
}

TEST_CASE("lists of values are read as texts, and erased ones as empty") {
    const auto values = provost::read_values(R"(["a\"b",null,12,["x",1],{"k":true}])");
    REQUIRE(values);
    CHECK(*values == std::vector<std::string>{R"("a\"b")", "", "12", R"(["x",1])", R"({"k":true})"});
    for (const std::string_view text : {"", "[", "[1],[0,2]", "1", "{}", "[]]", "[1,]"}) {
        CAPTURE(text);
        CHECK_FALSE(provost::read_values(text));
    }
}
