// One story on one engine: carries out its steps and compares what comes of them.
#pragma once

#include <provost/open.hpp>

#include <boost/json.hpp>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace provost::scenarios {

/// The steps of the background that a story names; none when it names none.
[[nodiscard]] boost::json::array background_of(const boost::json::object& story, const std::filesystem::path& folder);

class Teller {
public:
    /// `path` is that of a new store.
    Teller(const std::string& path, const boost::json::object& story, boost::json::array background);

    /// What did not come out as written. Ends with the first step that fails.
    [[nodiscard]] std::vector<std::string> tell();
    /// Called with each step that is to be checked, before it is carried out.
    std::function<void(Engine&, const boost::json::object&)> before{};
    /// Every answer so far, one a line, and the state of the journal at the end.
    [[nodiscard]] const std::string& transcript() const { return transcript_; }

private:
    [[nodiscard]] boost::json::object carry_out(const boost::json::object& step);
    [[nodiscard]] boost::json::object run_request(const boost::json::object& step);
    [[nodiscard]] boost::json::object run_find(boost::json::object query);
    [[nodiscard]] boost::json::object run_session(const boost::json::object& step);
    [[nodiscard]] static std::optional<Error> report(Session& session, const boost::json::object& step,
                                                     boost::json::object& streams);
    [[nodiscard]] boost::json::object session_outcome(Session& session, const boost::json::object& step);
    void keep(const boost::json::object& step, const boost::json::object& outcome);
    void sign(const std::string& name, const boost::json::object& outcome);
    void check(const std::string& where, const boost::json::object& step, const boost::json::object& then);
    void check_outcome(const boost::json::object& then, const boost::json::object& outcome);
    void check_records(const boost::json::object& expected);
    void check_audit();
    void check_journal(const boost::json::object& step, const boost::json::object& outcome,
                       const JournalPosition& before);
    [[nodiscard]] boost::json::value named(const boost::json::value& value) const;
    void fail(const std::string& what) { problems_.push_back(where_ + ": " + what); }

    const boost::json::object& story_;
    boost::json::array background_;
    std::unique_ptr<Engine> engine_;
    std::map<std::string, boost::json::value> kept_;  // what x-as and x-keep named
    std::string where_;
    std::vector<std::string> problems_;
    std::string transcript_;
};

}  // namespace provost::scenarios
