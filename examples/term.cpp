// A training term, end to end: the organisation, its catalogue and people, enrolments, the LMS, results, finalising and
// the statutory files. Everything the library does here any host can do: it opens a store, begins a session per file,
// feeds bytes, takes what comes out. Files are opened by this program; the library opens none but its store.
//
//     term INPUT_DIR OUTPUT_DIR [--now 2026-06-30T00:00Z] [--zone Australia/Melbourne]
#include <provost/open.hpp>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>

namespace {

namespace fs = std::filesystem;

// The files of a term in the order in which they are read, and what the library calls them.
struct Step {
    const char* file;
    const char* session;
    const char* preset;
    const char* detail;
};
constexpr Step before_lms[] = {
    {"organisation.json", "organisation", "", "verdict"},
    {"templates.csv", "import", "catalogue", "verdict"},
    {"prerequisites.csv", "import", "prerequisites", "verdict"},
    {"courses.csv", "import", "catalogue", "verdict"},
    {"learners.csv", "import", "learners", "verdict"},
    {"programs.csv", "import", "programs", "verdict"},
    {"prior_achievements.csv", "import", "prior_achievements", "verdict"},
    {"enrolments.csv", "import", "enrolments", "reason"},  // refused rows are explained
};
constexpr Step after_lms[] = {
    {"lms_results.csv", "import", "results", "verdict"},
    {"finalise.csv", "import", "finalise", "verdict"},
};

// An error of the library stops the program, in its own words.
template <class T>
T value(provost::Result<T> result) {
    if (result) return std::move(*result);
    const auto& error = result.error();
    const auto place = error.place.file + (error.place.line > 0 ? ":" + std::to_string(error.place.line) : "");
    throw std::runtime_error(place + " " + error.place.pointer + " " + provost::sentence(error.code, error.parameters));
}
void done(const provost::Result<void>& result) {
    if (!result) value(provost::Result<int>(result.error()));
}

// Output files. Each is written beside its place and moved there when it is complete and says something new.
class Outputs {
public:
    explicit Outputs(fs::path folder) : folder_(std::move(folder)) {}
    void append(const std::string& name, const std::string& bytes) {
        auto& stream = open_[name];
        if (!stream.is_open()) {
            fs::create_directories((folder_ / name).parent_path());
            stream.open(folder_ / (name + ".part"), std::ios::binary | std::ios::trunc);
        }
        stream << bytes;
    }
    void finish(const std::string& name) {
        open_.at(name).close();
        open_.erase(name);
        const auto part = folder_ / (name + ".part"), place = folder_ / name;
        same(part, place) ? static_cast<void>(fs::remove(part)) : fs::rename(part, place);
    }
    void finish() {
        while (!open_.empty()) finish(std::string(open_.begin()->first));
    }

private:
    static bool same(const fs::path& a, const fs::path& b) {
        if (!fs::exists(b) || fs::file_size(a) != fs::file_size(b)) return false;
        std::ifstream left(a, std::ios::binary), right(b, std::ios::binary);
        return std::equal(std::istreambuf_iterator<char>(left), {}, std::istreambuf_iterator<char>(right));
    }
    fs::path folder_;
    std::map<std::string, std::ofstream> open_;
};

class Term {
public:
    Term(fs::path input, fs::path output, std::string zone, provost::Instant now)
        : input_(std::move(input)), output_(std::move(output)), zone_(std::move(zone)), files_(output_) {
        fs::create_directories(output_ / "lms" / "out");
        provost::EngineOptions options;
        options.now = now;
        engine_ = value(provost::open((output_ / "provost.db").string(), options));
    }

    void run() {
        files_.append("problems.csv", "file,line,problem\n");
        files_.append("explanations.jsonl", "");
        for (const Step& step : before_lms) import(step);
        remember_lms();
        provision("provisioning");
        for (const Step& step : after_lms) import(step);
        provision("provisioning after finalising");
        report("enrolment list", R"({"session":"enrolments"})");
        report("statutory files", R"({"session":"statutory","collection_year":2026,"submitted_on":"2026-06-30"})");
        verify_lms();
        files_.finish();
        write_summary();
    }

private:
    // One session per file: feed it as it is read, take what it reports.
    void import(const Step& step) {
        const auto document = std::string(R"({"session":")") + step.session + R"(","file":")" + step.file + '"' +
                              (*step.preset ? std::string(R"(,"preset":")") + step.preset + '"' : std::string()) +
                              R"(,"zone":")" + zone_ + R"(","detail":")" + step.detail + R"("})";
        auto session = value(engine_->begin(document));
        std::ifstream file(input_ / step.file, std::ios::binary);
        if (!file) throw std::runtime_error("cannot read " + (input_ / step.file).string());
        std::string buffer(1 << 16, '\0');
        while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), file.gcount() > 0) {
            done(session->feed(std::string_view(buffer).substr(0, static_cast<std::size_t>(file.gcount()))));
            take(*session);
        }
        const auto summary = value(session->finish());
        take(*session);
        tell(step.file, summary);
    }

    void take(provost::Session& session) {
        provost::Chunk chunk;
        while (value(session.take(chunk))) {
            const bool is_report = chunk.stream == "problems" || chunk.stream == "explanations";
            const auto name = !is_report                   ? chunk.stream
                              : chunk.stream == "problems" ? "problems.csv"
                                                           : "explanations.jsonl";
            files_.append(name, chunk.bytes);
        }
    }

    void report(const std::string& title, const std::string& document) {
        auto session = value(engine_->begin(document));
        take(*session);
        tell(title, value(session->finish()));
        take(*session);
    }

    // The LMS in memory forgets; what was sent to it in earlier runs stands in a file and is sent again.
    void remember_lms() {
        lms_ = value(engine_->begin(R"({"session":"lms.memory"})"));
        std::ifstream file(output_ / "lms" / "sent.jsonl", std::ios::binary);
        std::string sent(std::istreambuf_iterator<char>(file), {});
        sent.resize(sent.rfind('\n') + 1);  // a kill may have torn the last line; its actions come again
        if (file) fs::resize_file(output_ / "lms" / "sent.jsonl", sent.size());
        done(lms_->feed(sent));
        for (provost::Chunk heard_then; value(lms_->take(heard_then));) continue;
    }

    // Step mode: take the next actions, carry them out, report. Many removals at once wait until somebody has looked at
    // the plan and quotes its hash; here the plan is approved as it is.
    void provision(const std::string& title, const std::string& approval = {}) {
        auto session =
            value(engine_->begin(R"({"session":"lms.provision","worker":"term","approval":")" + approval + R"("})"));
        std::string wanted;
        provost::Chunk chunk;
        while (value(session->take(chunk))) {
            if (chunk.stream == "approval") {
                wanted = chunk.bytes;
            } else {
                carry_out(*session, chunk.bytes);
            }
        }
        tell(title, value(session->finish()));
        if (!wanted.empty()) provision(title + ", removals approved", wanted);
    }

    // First the LMS and the drop folder, then the report: killed in between, the same actions come again.
    void carry_out(provost::Session& session, const std::string& actions) {
        done(lms_->feed(actions));
        std::ofstream(output_ / "lms" / "sent.jsonl", std::ios::binary | std::ios::app) << actions;
        auto drop = value(engine_->begin(R"({"session":"lms.file_drop","connection":"north","worker":"term"})"));
        done(drop->feed(actions));
        value(drop->finish());
        provost::Chunk chunk;
        while (value(drop->take(chunk))) {
            files_.append("lms/out/" + chunk.stream, chunk.bytes);
            files_.finish("lms/out/" + chunk.stream);  // the manifest comes last: it says that the package is complete
        }
        while (value(lms_->take(chunk))) done(session.feed(chunk.bytes));
    }

    // Does the LMS look as it was agreed?
    void verify_lms() {
        value(lms_->finish());
        auto session = value(engine_->begin(R"({"session":"lms.observe","worker":"term"})"));
        provost::Chunk listing;
        while (value(lms_->take(listing))) done(session->feed(listing.bytes));
        tell("LMS compared", value(session->finish()));
    }

    void tell(const std::string& what, const std::string& summary) {
        std::cout << (isatty(STDOUT_FILENO) != 0 ? "\033[1m" + what + "\033[0m" : what) << ": " << summary << std::endl;
        steps_ +=
            (steps_.empty() ? "" : ",\n") + std::string("  {\"step\":\"") + what + "\",\"result\":" + summary + "}";
    }

    void write_summary() {
        const auto journal = value(engine_->journal());
        std::ofstream(output_ / "summary.json")
            << "{\"steps\":[\n"
            << steps_ << "],\n\"state\":\"" << journal.state << "\",\n\"journal\":{\"entries\":" << journal.entries
            << ",\"chain\":\"" << journal.chain << "\"}}\n";
        std::cout << "state " << journal.state << ", journal " << journal.entries << " entries\n";
    }

    fs::path input_, output_;
    std::string zone_;
    Outputs files_;
    std::unique_ptr<provost::Engine> engine_;
    std::unique_ptr<provost::Session> lms_;
    std::string steps_;
};

}  // namespace

int main(int count, char** words) try {
    std::string now = "2026-06-30T00:00Z", zone = "Australia/Melbourne";
    std::vector<std::string> folders;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--now" && i + 1 < count) {
            now = words[++i];
        } else if (word == "--zone" && i + 1 < count) {
            zone = words[++i];
        } else {
            folders.push_back(word);
        }
    }
    const auto moment = provost::parse_moment(now);
    if (folders.size() != 2 || !moment || !moment->offset) {
        std::cerr << "term INPUT_DIR OUTPUT_DIR [--now 2026-06-30T00:00Z] [--zone Australia/Melbourne]\n";
        return 2;
    }
    Term(folders[0], folders[1], zone, moment->in(provost::Zone{})).run();
    return 0;
} catch (const std::exception& error) {
    std::cerr << "term: " << error.what() << '\n';
    return 1;
}
