// Reports of which each record makes one line: participants, messages, the log of an LMS, ratings.
#include "engine/report_source.hpp"

#include "base/list_text.hpp"
#include "engine/amounts.hpp"
#include "notices/effective.hpp"
#include "rating/mean.hpp"

#include <array>

namespace provost::engine {

namespace {

using notices::Intent;
using notices::Recipient;

// A source whose records of one kind each make a line.
template <class T>
class RecordSource : public ReportSource {
public:
    RecordSource(Core& core, const Selection& selection, Cursor after)
        : ReportSource(core), selection_(selection), query_(page_query(type_of<T>(), selection, after)) {}

    Result<bool> page(std::vector<Line>& lines) final {
        auto found = store().find(query_);
        if (!found) return found.error();
        if (found->empty()) return false;
        query_.after = found->back().id();
        std::vector<const T*> records;
        for (const Record& record : *found) records.push_back(record.get<T>());
        if (auto read = want(records); !read) return read.error();
        for (const T* record : records) add(*record, lines);
        return true;
    }

protected:
    [[nodiscard]] virtual Result<void> want(const std::vector<const T*>& records) = 0;
    virtual void add(const T& record, std::vector<Line>& lines) = 0;
    [[nodiscard]] const Selection& selection() const { return selection_; }

    [[nodiscard]] Result<void> load_people() {
        if (auto loaded = learners_.load(store(), true); !loaded) return loaded;
        return courses_.load(store(), true);
    }
    [[nodiscard]] std::string login(Id<people::Learner> learner) const {
        const auto* found = learners_.at(learner);
        return found == nullptr ? std::string() : found->login;
    }
    [[nodiscard]] std::string course(Id<catalogue::Course> course) const {
        const auto* found = courses_.at(course);
        return found == nullptr ? std::string() : found->external_id;
    }
    // FIN-ACC-09
    [[nodiscard]] bool is_private(Id<people::Learner> learner) const {
        const auto* found = learners_.at(learner);
        return found != nullptr && found->privacy;
    }

    Cache<people::Learner> learners_;
    Cache<catalogue::Course> courses_;

private:
    Selection selection_;
    Query query_;
};

class Participants final : public RecordSource<enrolment::Enrolment> {
public:
    using RecordSource::RecordSource;
    [[nodiscard]] const RecordType& row() const override { return type_of<ParticipantLine>(); }

private:
    Result<void> want(const std::vector<const enrolment::Enrolment*>& places) override {
        learners_.trim();
        courses_.trim();
        for (const auto* place : places) {
            learners_.want(place->learner);
            courses_.want(place->course);
        }
        return load_people();
    }
    void add(const enrolment::Enrolment& place, std::vector<Line>& lines) override {
        if (selection().course && place.course.value != *selection().course) return;
        const auto& learner = *learners_.at(place.learner);
        const auto& course = *courses_.at(place.course);
        ParticipantLine row;
        row.course = course.external_id;
        row.course_name = course.settings.name;
        row.enrolment = place.id;
        row.login = learner.login;
        row.first_name = learner.first_name;
        row.family_name = learner.family_name;
        row.email = learner.email;
        row.privacy = learner.privacy;
        row.state = place.state;
        row.obligation = place.obligation;
        row.enrolled_at = place.enrolled_at;
        row.due_at = place.due_at;
        row.started_on = place.started_on;
        row.ended_on = place.ended_on;
        row.signed_at = place.signed_at;
        lines.push_back(line_of(place.id.value, std::move(row), place.enrolled_at));
    }
};

// IMC-NOT-04: the monitor.
class Messages final : public RecordSource<Intent> {
public:
    using RecordSource::RecordSource;
    [[nodiscard]] const RecordType& row() const override { return type_of<MessageLine>(); }

private:
    Result<void> want(const std::vector<const Intent*>& intents) override {
        for (auto* cache : {&learners_}) cache->trim();
        courses_.trim();
        places_.trim();
        for (const Intent* intent : intents) {
            learners_.want(intent->learner);
            places_.want(intent->enrolment);
            courses_.want(intent->course);
            if (intent->recipient == Recipient::supervisor) learners_.want(Id<people::Learner>{intent->person});
            if (intent->recipient == Recipient::tutor) tutors_.want(Id<staffing::Tutor>{intent->person});
            if (intent->recipient == Recipient::administrator) {
                administrators_.want(Id<access::Administrator>{intent->person});
            }
        }
        if (auto loaded = places_.load(store(), true); !loaded) return loaded;
        for (const Intent* intent : intents) {
            if (const auto* place = places_.at(intent->enrolment)) courses_.want(place->course);
        }
        if (auto loaded = tutors_.load(store(), true); !loaded) return loaded;
        if (auto loaded = administrators_.load(store(), true); !loaded) return loaded;
        return load_people();
    }
    [[nodiscard]] std::string recipient(const Intent& intent) const {
        switch (intent.recipient) {
            case Recipient::learner: return login(intent.learner);
            case Recipient::supervisor: return login(Id<people::Learner>{intent.person});
            case Recipient::tutor: {
                const auto* tutor = tutors_.at(Id<staffing::Tutor>{intent.person});
                return tutor == nullptr ? std::string() : tutor->login;
            }
            case Recipient::administrator: {
                const auto* found = administrators_.at(Id<access::Administrator>{intent.person});
                return found == nullptr ? std::string() : found->login;
            }
            case Recipient::host: break;
        }
        return {};
    }
    void add(const Intent& intent, std::vector<Line>& lines) override {
        const auto* place = places_.at(intent.enrolment);
        const auto of = place != nullptr ? place->course : intent.course;
        if (selection().course && of.value != *selection().course) return;
        MessageLine row;
        row.message = intent.id;
        row.recorded = intent.recorded;
        row.moved_at = intent.moved_at;
        row.notice = notices::notice_of(intent);
        row.event = intent.event;
        row.kind = intent.kind;
        row.recipient = intent.recipient;
        row.login = recipient(intent);
        row.told = intent.told;
        row.learner = intent.learner;
        row.enrolment = intent.enrolment;
        row.course = course(of);
        row.component = intent.component;
        row.due = intent.due;
        row.state = intent.state;
        row.code = intent.code;
        row.attempts = intent.attempts;
        row.repeat = intent.repeat;
        row.sent_by = intent.sent_by;
        row.privacy = is_private(intent.learner);
        lines.push_back(line_of(intent.id.value, std::move(row), intent.recorded));
    }

    Cache<enrolment::Enrolment> places_;
    Cache<staffing::Tutor> tutors_;
    Cache<access::Administrator> administrators_;
};

class SyncLog final : public RecordSource<lms::SyncItem> {
public:
    using RecordSource::RecordSource;
    [[nodiscard]] const RecordType& row() const override { return type_of<SyncLine>(); }

private:
    Result<void> want(const std::vector<const lms::SyncItem*>& items) override {
        learners_.trim();
        runs_.trim();
        for (const auto* item : items) {
            learners_.want(Id<people::Learner>{item->learner});
            runs_.want(item->run);
        }
        if (auto loaded = runs_.load(store(), true); !loaded) return loaded;
        return load_people();
    }
    void add(const lms::SyncItem& item, std::vector<Line>& lines) override {
        SyncLine row;
        row.moment = item.at;
        row.run = item.run;
        if (const auto* run = runs_.at(item.run)) {
            row.connection = run->connection;
            row.kind = run->kind;
            row.worker = run->worker;
        }
        row.action = item.action;
        row.lms_course = item.course;
        row.learner = {item.learner};
        row.login = login(row.learner);
        row.privacy = is_private(row.learner);
        row.before = item.before;
        row.after = item.after;
        row.cause = item.cause;
        row.status = item.status;
        row.error = item.error;
        row.problem = item.problem;
        lines.push_back(line_of(item.id.value, std::move(row), item.at));
    }

    Cache<lms::SyncRun> runs_;
};

class Ratings final : public RecordSource<rating::Rating> {
public:
    using RecordSource::RecordSource;
    [[nodiscard]] const RecordType& row() const override { return type_of<RatingLine>(); }

private:
    Result<void> want(const std::vector<const rating::Rating*>& ratings) override {
        learners_.trim();
        courses_.trim();
        comments_.clear();
        for (const auto* each : ratings) {
            learners_.want(each->learner);
            courses_.want(each->course);
            comments_.want(each->comment);
        }
        if (auto loaded = comments_.load(store(), true); !loaded) return loaded;
        return load_people();
    }
    void add(const rating::Rating& rating, std::vector<Line>& lines) override {
        if (selection().course && rating.course.value != *selection().course) return;
        RatingLine row;
        row.course = course(rating.course);
        row.login = login(rating.learner);
        row.privacy = is_private(rating.learner);
        row.rated_at = rating.rated_at;
        rating::RatingMean mean;
        for (const rating::Score& score : rating.scores) rating::add(mean, score.score);
        rating::finish(mean, {});
        row.sum = mean.sum;
        row.count = mean.count;
        row.mean = mean.mean;
        row.scores = rating.scores;
        if (const auto* comment = comments_.at(rating.comment)) row.comment = comment->text;
        lines.push_back(line_of(rating.id.value, std::move(row), rating.rated_at));
    }

    Cache<rating::RatingComment> comments_;
};

template <class Source>
std::unique_ptr<ReportSource> make(Core& core, const Selection& selection, Cursor after, Instant) {
    return std::make_unique<Source>(core, selection, after);
}

struct Report {
    std::string_view name;
    std::unique_ptr<ReportSource> (*make)(Core&, const Selection&, Cursor, Instant);
};
constexpr auto reports = std::to_array<Report>({
    {"course_process", &make_process_source},
    {"participants", &make<Participants>},
    {"messages", &make<Messages>},
    {"sync_log", &make<SyncLog>},
    {"ratings", &make<Ratings>},
});

}  // namespace

Query page_query(const RecordType& type, const Selection& selection, Cursor after) {
    Query query{&type, Key::by_id, {}, after.id, records_per_page};
    const auto under = [&](std::string_view index, std::optional<std::int64_t> value) {
        if (!value || find_index(type, index) < 0 || !query.parts.empty()) return;
        query.index = find_index(type, index);
        query.parts = {{*value, {}, false}};
    };
    under("learner", selection.learner);
    if (type.find("course") != nullptr && type.find("course")->access->kind == Kind::id) {
        under("course", selection.course);
    }
    return query;
}

std::unique_ptr<ReportSource> make_report_source(std::string_view report, Core& core, const Selection& selection,
                                                 Cursor after, Instant now) {
    const auto found = std::ranges::find(reports, report, &Report::name);
    return found == reports.end() ? nullptr : found->make(core, selection, after, now);
}

std::string report_names() {
    std::string names;
    for (const Report& report : reports) add_to_list(names, report.name);
    return names;
}

}  // namespace provost::engine
