// JSON of somebody else's, of any shape.
#include "describe/json_tree.hpp"

#include <doctest/doctest.h>

using provost::JsonTree;
using provost::read_json_tree;

TEST_CASE("Foreign JSON is read whatever its shape, and its numbers stay as they stand") {
    const auto tree =
        read_json_tree(R"([{"id":10000000000123456789,"score":83.333333333333329,"note":null},"\u00e9",[true]])");
    REQUIRE(tree);
    REQUIRE(tree->items.size() == 3);
    CHECK(tree->items[0]["id"].word() == "10000000000123456789");
    CHECK(tree->items[0]["score"].word() == "83.333333333333329");
    CHECK(tree->items[0].has("note"));
    CHECK(tree->items[0]["note"].is(JsonTree::Kind::null));
    CHECK_FALSE(tree->items[0].has("other"));
    CHECK(tree->items[1].word() == "\u00e9");
    CHECK(tree->items[2].items[0].truth);
    CHECK_FALSE(read_json_tree("{\"a\":1} x"));
    CHECK_FALSE(read_json_tree("{\"a\":"));
    CHECK_FALSE(read_json_tree(std::string(70, '[') + std::string(70, ']')));
    CHECK_FALSE(read_json_tree("[1,2,3]", 3));
}
