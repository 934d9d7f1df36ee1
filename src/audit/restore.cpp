// Each line of a form is one member; the library's one reader reads it.
#include "audit/restore.hpp"

#include "base/code_table.hpp"
#include "describe/columns_read.hpp"
#include "describe/member_json.hpp"

namespace provost::audit {

bool PersonalValues::add(std::span<const PersonalCell> cells, std::span<const Record> beside) {
    if (beside.empty()) return cells.empty();
    const auto& text = beside.front().get<JournalPersonal>()->values;
    if (beside.size() > 1 || cells.empty()) return false;
    if (text.empty()) return true;
    auto values = read_values(text);
    if (!values || values->size() != cells.size()) return false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::string& value = (*values)[i];
        if (value.empty()) continue;
        const PersonalCell& cell = cells[i];
        if (personal_digest(*cell.type, cell.id, *cell.field, value, secret_) != cell.digest) return false;
        values_[cell.digest] = std::move(value);
    }
    return true;
}

const std::string* PersonalValues::find(const std::string& digest) const {
    const auto found = values_.find(digest);
    return found == values_.end() ? nullptr : &found->second;
}

Result<Restored> restore(const RecordType& type, const Form& form, const PersonalValues& values) {
    auto data = type.make();
    // A fresh struct may begin with values where the record has none.
    for (const Field& field : type.fields) field.access->clear(field.in(data.get()));
    static_cast<std::int64_t*>(data.get())[1] = form.version;
    Restored restored;
    std::string_view rest(form.text);
    for (auto end = rest.find('\n'); end != rest.npos; end = rest.find('\n')) {
        rest = rest.substr(end + 1);
        const auto line = rest.substr(0, rest.find('\n'));
        const auto equals = line.find('=');
        const Field* field = type.find(line.substr(0, equals));
        if (field == nullptr) return Error{Status::internal, "internal.defect"_code};
        std::string_view value = line.substr(equals + 1);
        if (field->is_personal) {
            const std::string* held = values.find(std::string(value));
            restored.complete = restored.complete && held != nullptr;
            if (held == nullptr) continue;
            value = *held;
        }
        if (auto read = read_member_json(value, *field, data.get()); !read) return read.error();
    }
    restored.record = Record(type, std::move(data));
    return restored;
}

}  // namespace provost::audit
