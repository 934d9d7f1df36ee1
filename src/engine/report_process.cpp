// The course-process report: the rules of learning are asked as they are when a participant looks, and nothing changes.
// IMC-PART-12
#include "engine/report_source.hpp"

#include "learning/percentage.hpp"
#include "learning/student.hpp"

#include <map>

namespace provost::engine {

namespace {

using catalogue::Course;
using enrolment::Enrolment;
using learning::Progress;

// A course as it is learned, and the records that it was made from.
struct Learned {
    std::vector<Record> held;
    One<Course> course;
    learning::CourseFacts facts;
    const Zone* zone = nullptr;
    std::unique_ptr<learning::Studies> studies;

    template <class T>
    void take(One<T>& slot, const std::vector<Record>& found) {
        if (found.empty()) return;
        held.push_back(found.front());
        slot.record = held.back().data();
    }
    template <class T>
    void take(Many<T>& slot, const std::vector<Record>& found) {
        for (const Record& record : found) {
            held.push_back(record);
            slot.records.push_back(record.data());
        }
    }
};

template <class T>
Key under(std::string_view index, KeyParts parts) {
    return {&type_of<T>(), find_index(type_of<T>(), index), std::move(parts)};
}

class Process final : public ReportSource {
public:
    Process(Core& core, const Selection& selection, Cursor after, Instant now)
        : ReportSource(core),
          selection_(selection),
          // Of a participant whose lines were cut the rest comes first.
          query_(page_query(type_of<Enrolment>(), selection, {after.line > 0 ? after.id - 1 : after.id, 0})),
          after_(after),
          now_(now) {
        query_.limit = page_size;
    }
    [[nodiscard]] const RecordType& row() const override { return type_of<ProcessLine>(); }

    Result<bool> page(std::vector<Line>& lines) override {
        auto found = store().find(query_);
        if (!found) return found.error();
        if (found->empty()) return false;
        query_.after = found->back().id();
        learners_.trim();
        if (learned_.size() > most_courses) learned_.clear();
        for (const Record& record : *found) learners_.want(record.get<Enrolment>()->learner);
        if (auto loaded = learners_.load(store(), true); !loaded) return loaded.error();
        auto places = with_own(*found);
        if (!places) return places.error();
        for (const Placed& each : *places) {
            if (auto added = add(each, lines); !added) return added.error();
        }
        return true;
    }

private:
    static constexpr std::size_t page_size = 100, most_courses = 100;

    Result<Learned*> learned(Id<Course> id) {
        const auto made = learned_.try_emplace(id.value);
        Learned& it = made.first->second;
        if (!made.second) return &it;
        const std::vector<Key> course{id_key(type_of<Course>(), id.value)};
        auto first = store().load(course);
        if (!first) return first.error();
        if (first->found.front().empty()) return missing_record(type_of<Course>());
        it.take(it.course, first->found.front());
        const std::vector<Key> keys{
            id_key(type_of<organisation::Location>(), it.course->assignments.location.value),
            under<catalogue::TemplateVersion>(
                "number", {{it.course->course_template.value, {}, false}, {it.course->template_number, {}, false}}),
            under<catalogue::Syllabus>("owner", {{id.value, {}, false}}),
            under<catalogue::CourseSet>("course", {{id.value, {}, false}})};
        auto second = store().load(keys);
        if (!second) return second.error();
        One<organisation::Location> location;
        it.take(location, second->found[0]);
        it.take(it.facts.pinned, second->found[1]);
        it.take(it.facts.syllabus, second->found[2]);
        it.take(it.facts.sets, second->found[3]);
        it.zone = location ? core().zones().find(location->zone) : nullptr;
        if (!it.facts.pinned || it.zone == nullptr) return missing_record(type_of<catalogue::TemplateVersion>());
        if (it.facts.syllabus && it.facts.syllabus->logic) {
            const Key logic = id_key(type_of<catalogue::Logic>(), it.facts.syllabus->logic.value);
            auto third = store().load(std::span(&logic, 1));
            if (!third) return third.error();
            it.take(it.facts.logic, third->found.front());
        }
        it.studies = std::make_unique<learning::Studies>(it.facts, *it.course);
        return &it;
    }

    // A place with its course, its progress, and the component courses that were booked with it.
    struct Placed {
        const Enrolment* place = nullptr;
        Learned* course = nullptr;
        std::vector<Record> held;
        const Progress* progress = nullptr;
        std::vector<const Enrolment*> booked;
    };
    // Those of a page that are asked for: what belongs to them is loaded together.
    Result<std::vector<Placed>> with_own(const std::vector<Record>& page) {
        std::vector<Placed> places;
        std::vector<Key> keys;
        std::vector<std::size_t> owner;
        for (const Record& record : page) {
            const auto& place = *record.get<Enrolment>();
            if (selection_.course && place.course.value != *selection_.course) continue;
            auto course = learned(place.course);
            if (!course) return course.error();
            places.push_back({&place, *course, {}, nullptr, {}});
            keys.push_back(under<Progress>("enrolment", {{place.id.value, {}, false}}));
            for (const catalogue::CourseSet& set : (*course)->facts.sets) {
                for (const auto member : set.members) {
                    keys.push_back(
                        under<Enrolment>("learner_course", {{place.learner.value, {}, false}, {member, {}, false}}));
                }
            }
            owner.resize(keys.size(), places.size() - 1);
        }
        auto loaded = store().load(keys);
        if (!loaded) return loaded.error();
        for (std::size_t i = 0; i < keys.size(); ++i) {
            Placed& placed = places[owner[i]];
            for (const Record& record : loaded->found[i]) {
                placed.held.push_back(record);
                if (const auto* progress = record.get<Progress>()) placed.progress = progress;
                if (const auto* booked = record.get<Enrolment>()) placed.booked.push_back(booked);
            }
        }
        return places;
    }

    // The rules by which a place was judged: those of the course as it is, or those by which it began.
    Result<const catalogue::Logic*> logic_of(const Placed& placed) {
        const auto* now = placed.course->facts.logic ? &*placed.course->facts.logic : nullptr;
        const auto* progress = placed.progress;
        if (progress == nullptr || (now != nullptr && now->id == progress->logic)) return now;
        if (!progress->logic) return nullptr;
        auto logic = logics_.find(progress->logic.value);
        if (logic == logics_.end()) {
            const Key key = id_key(type_of<catalogue::Logic>(), progress->logic.value);
            auto found = store().load(std::span(&key, 1));
            if (!found) return found.error();
            if (found->found.front().empty()) return missing_record(type_of<catalogue::Logic>());
            logic = logics_.emplace(progress->logic.value, found->found.front().front()).first;
        }
        return logic->second.get<catalogue::Logic>();
    }

    Result<void> add(const Placed& placed, std::vector<Line>& lines) {
        const Enrolment& place = *placed.place;
        const Learned& course = *placed.course;
        const auto logic = logic_of(placed);
        if (!logic) return logic.error();
        const learning::Study& study = course.studies->of(*logic);
        learning::Way way =
            placed.progress == nullptr
                ? learning::Way(study, *course.course, *course.zone, place.enrolled_at)
                : learning::Way(study, *course.course, *course.zone, place.enrolled_at, *placed.progress);
        for (const auto& set :
             learning::set_ends(course.facts, study.positions, placed.booked, placed.progress, now_)) {
            way.settle(set);
        }
        ProcessLine row;
        row.course = course.course->external_id;
        row.enrolment = place.id;
        if (const auto* learner = learners_.at(place.learner)) {
            row.login = learner->login;
            row.privacy = learner->privacy;
        }
        row.state = place.state;
        row.started_at = way.progress().started_at;
        if (const auto share = learning::share_processed(study.logic, way.state())) {
            row.percent = learning::whole_percent(*share);
        }
        if (study.components.empty()) put(place, 1, row, lines);
        for (int i = 0; learning::at(i) < study.components.size(); ++i) {
            ProcessLine of_component = row;
            describe(study.components[learning::at(i)], way, i, of_component);
            put(place, i + 1, std::move(of_component), lines);
        }
        return {};
    }

    void describe(const catalogue::Component& component, const learning::Way& way, int position,
                  ProcessLine& row) const {
        row.component = component.key;
        row.component_name = component.name;
        row.kind = component.kind;
        row.component_state = way.state_of(position, now_);
        const auto* entry = way.of(position);
        if (entry == nullptr) return;
        row.opened_at = entry->opened_at;
        row.processed_at = entry->processed_at;
        row.attempts = static_cast<std::int64_t>(entry->tries.size());
        row.tries = entry->tries;
        for (const learning::Try& each : entry->tries) {
            if (!each.percent) continue;
            row.last_score = each.percent;
            if (!row.best_score || *row.best_score < *each.percent) row.best_score = each.percent;
        }
    }

    void put(const Enrolment& place, std::int64_t number, ProcessLine row, std::vector<Line>& lines) const {
        const Cursor at{place.id.value, number};
        if (at <= after_) return;
        row.at = std::to_string(at.id) + ':' + std::to_string(at.line);
        lines.push_back({at, Record::of(std::move(row)), place.enrolled_at});
    }

    Selection selection_;
    Query query_;
    Cursor after_;
    Instant now_;
    Cache<people::Learner> learners_;
    std::map<std::int64_t, Learned> learned_;
    std::map<std::int64_t, Record> logics_;
};

}  // namespace

std::unique_ptr<ReportSource> make_process_source(Core& core, const Selection& selection, Cursor after, Instant now) {
    return std::make_unique<Process>(core, selection, after, now);
}

}  // namespace provost::engine
