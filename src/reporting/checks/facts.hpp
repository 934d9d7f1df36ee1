// What records say of the things that several files speak of: organisations, locations, programs, subjects, clients. A
// fact is that a thing stands in a file, or what a value there says of it; rules between files ask for facts. Of each
// thing and fact the first line is kept, so that memory grows with things and not with records.
#pragma once

#include "reporting/checks/rule.hpp"

#include <array>
#include <unordered_map>

namespace provost::reporting::checks {

enum class Entity : std::uint8_t { organisation, location, program, subject, client };
inline constexpr std::size_t entities = 5;

/// A row of the table of facts.
struct Fact {
    std::string_view name;  ///< "client.NAT00080", "client.disability"; what rules of kind `together` name
    Entity entity;
    std::string_view release;  ///< empty: all
    std::string_view file;
    std::string_view key;       ///< fields that name the thing, by spaces; when one is blank there is no thing
    std::string_view fields{};  ///< what the function asks
    Broken holds = nullptr;     ///< null: that the thing stands in the file
};

[[nodiscard]] std::span<const Fact> facts();

/// A thing: when it was first seen in each way.
struct Thing {
    static constexpr std::size_t most_facts = 16;

    std::uint32_t number = 0;                       ///< among those of its entity, from 0
    std::array<std::uint32_t, most_facts> lines{};  ///< by the fact's place among those of its entity; 0: never
};

/// The things of an entity, by their keys.
class Things {
public:
    /// The thing of that key, made when it is new.
    [[nodiscard]] Thing& at(std::string_view key);
    [[nodiscard]] auto begin() const { return things_.begin(); }
    [[nodiscard]] auto end() const { return things_.end(); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>()(key); }
    };
    std::unordered_map<std::string, Thing, Hash, std::equal_to<>> things_;
};

}  // namespace provost::reporting::checks
