// How calls of the LMS in memory go wrong, and its listings.
#include "lms/memory_lms.hpp"
#include "lms/outcomes.hpp"

namespace provost::lms {

namespace {

std::size_t offset_of(const std::string& cursor) {
    std::size_t offset = 0;
    for (const char c : cursor) {
        if (c < '0' || c > '9' || offset > 100'000'000) return std::string::npos;
        offset = offset * 10 + static_cast<std::size_t>(c - '0');
    }
    return offset;
}

bool is_of(const std::string& asked, const std::string& course) { return asked.empty() || asked == course; }

ListingEnd end_of(const std::string& listing, const std::string& course) {
    ListingEnd end;
    end.listing = listing;
    end.course = course;
    end.complete = true;
    return end;
}

bool lists(const Abilities& abilities, std::string_view listing) {
    if (listing == "courses") return abilities.lists_courses;
    if (listing == "enrolments") return abilities.lists_enrolments;
    if (listing == "results") return abilities.lists_results;
    return listing == "check";
}

}  // namespace

void MemoryLms::strike_edits(const FaultPlan::Strike& strike) {
    for (const LmsEdit& done : strike.edits) edit(done);
    if (strike.random_edit) random_edit();
}

ActionOutcome MemoryLms::with_fault(const Action& action, const FaultPlan::Strike& strike) {
    if (!strike.fault) return perform(action);
    const LmsFault& fault = *strike.fault;
    ActionOutcome outcome;
    switch (fault.kind) {
        case FaultKind::fail: {
            const bool is_given = fault.error != ErrorClass::none;
            outcome = failed(action, is_given ? fault.error : ErrorClass::transient, "a planned fault");
            outcome.retry_after = fault.retry_after;
            return outcome;
        }
        case FaultKind::ignore: return done(action, true, {});
        case FaultKind::lose_before: break;
        case FaultKind::late: late_.push_back(action); break;
        case FaultKind::lose_after: outcome = perform(action); break;
        case FaultKind::duplicate: outcome = perform(action); return perform(action);
        default: return perform(action);
    }
    return failed(action, ErrorClass::unknown_outcome, "the answer was lost");
}

void MemoryLms::tell(const Action& action, const FaultPlan::Strike& strike, ActionOutcome outcome) {
    if (tells_) {
        LmsCall call;
        call.call = strike.call;
        call.operation = word(action.kind);
        call.course = action.course;
        call.learner = action.learner;
        call.access = action.access;
        if (strike.fault) call.fault = word(strike.fault->kind);
        call.status = outcome.status;
        call.error = outcome.error;
        transcript_.push_back(std::move(call));
    }
    if (strike.fault && strike.fault->kind == FaultKind::repeat) findings_.outcomes.push_back(outcome);
    findings_.outcomes.push_back(std::move(outcome));
}

void MemoryLms::carry_out(std::vector<Action> actions) {
    for (const Action& action : std::exchange(late_, {})) (void)perform(action);
    std::vector<std::pair<Action, FaultPlan::Strike>> after;
    bool broken = false;
    for (const Action& action : actions) {
        const auto strike = plan_.next(word(action.kind), false);
        strike_edits(strike);
        broken = broken || (strike.fault && strike.fault->kind == FaultKind::partial);
        if (broken) {
            tell(action, strike, failed(action, ErrorClass::transient, "the batch broke off"));
        } else if (strike.fault && strike.fault->kind == FaultKind::reorder) {
            after.emplace_back(action, strike);
        } else {
            tell(action, strike, with_fault(action, strike));
        }
    }
    for (const auto& [action, strike] : after) tell(action, strike, perform(action));
}

std::vector<Observed> MemoryLms::enrolments_of(const std::string& course) const {
    auto rows = enrolments();
    std::erase_if(rows, [&](const Observed& row) { return !is_of(course, row.course); });
    return rows;
}

std::vector<ObservedCourse> MemoryLms::all_courses() const {
    std::vector<ObservedCourse> rows;
    for (const auto& [id, course] : courses_) rows.push_back(course);
    std::ranges::sort(rows, {}, &ObservedCourse::course);
    return rows;
}

std::vector<ObservedResult> MemoryLms::results_of(const std::string& course) const {
    auto rows = results_;
    std::erase_if(rows, [&](const ObservedResult& row) { return !is_of(course, row.course); });
    return rows;
}

// A page of the rows from the cursor on; the end says how far it came and whether all was seen.
template <class Row>
void MemoryLms::give(std::vector<Row> rows, std::vector<Row>& out, const ListingAsk& ask, const std::string& course,
                     const FaultPlan::Strike& strike) {
    ListingEnd end = end_of(ask.listing, course);
    const auto from = offset_of(ask.cursor);
    if (from > rows.size()) {
        end.complete = false;
        end.error = ErrorClass::cursor_expired;
        findings_.ends.push_back(std::move(end));
        return;
    }
    const auto kind = strike.fault ? strike.fault->kind : FaultKind::edit;
    const std::size_t left = rows.size() - from;
    std::size_t count = page_ == 0 ? left : std::min(page_, left);
    end.complete = count == left;
    const auto cut = strike.fault ? static_cast<std::size_t>(strike.fault->rows) : 0;
    const bool breaks_off = kind == FaultKind::truncate && cut < count;
    if (breaks_off || (kind == FaultKind::truncate_silently && cut < count)) count = cut;
    if (kind == FaultKind::reorder) std::reverse(rows.begin() + static_cast<std::ptrdiff_t>(from), rows.end());
    for (int times = kind == FaultKind::duplicate ? 2 : 1; times > 0; --times) {
        for (std::size_t i = from; i < from + count; ++i) out.push_back(rows[i]);
    }
    end.rows = static_cast<std::int64_t>(count);
    if (breaks_off) {
        end.complete = false;
        end.error = ErrorClass::transient;
    } else if (!end.complete || ask.listing == "results") {
        end.cursor = std::to_string(from + count);  // results that come later begin there
    }
    findings_.ends.push_back(std::move(end));
}

// Enrolments and results of courses that are named have an end each.
void MemoryLms::list(const ListingAsk& ask) {
    for (const Action& action : std::exchange(late_, {})) (void)perform(action);
    auto courses = ask.courses;
    if (!ask.course.empty()) courses.insert(courses.begin(), ask.course);
    const bool by_course = ask.listing == "enrolments" || ask.listing == "results";
    if (!by_course || courses.empty()) courses = {std::string()};
    for (const std::string& course : courses) list_one(ask, course);
}

void MemoryLms::list_one(const ListingAsk& ask, const std::string& course) {
    const auto strike = plan_.next(ask.listing, true);
    strike_edits(strike);
    ListingEnd end = end_of(ask.listing, course);
    if (strike.fault && (strike.fault->kind == FaultKind::fail || strike.fault->kind == FaultKind::lose_before ||
                         strike.fault->kind == FaultKind::lose_after)) {
        end.error = strike.fault->error == ErrorClass::none ? ErrorClass::transient : strike.fault->error;
        end.problem = "a planned fault";
        end.retry_after = strike.fault->retry_after;
    } else if (!lists(abilities_, ask.listing)) {
        end.error = ErrorClass::unsupported;
    } else if (!course.empty() && !has_course(course)) {
        end.error = ErrorClass::not_found;
    }
    end.complete = end.error == ErrorClass::none;
    if (tells_) note(ask.listing, course, strike, end.error);
    if (!end.complete || ask.listing == "check") {
        findings_.ends.push_back(std::move(end));
    } else if (ask.listing == "courses") {
        give(all_courses(), findings_.courses, ask, course, strike);
    } else if (ask.listing == "enrolments") {
        give(enrolments_of(course), findings_.enrolments, ask, course, strike);
    } else {
        give(results_of(course), findings_.results, ask, course, strike);
    }
}

void MemoryLms::note(const std::string& listing, const std::string& course, const FaultPlan::Strike& strike,
                     ErrorClass error) {
    LmsCall call{strike.call, listing, course, {}, {}, {}, ActionStatus::applied, error};
    if (strike.fault) call.fault = word(strike.fault->kind);
    if (error != ErrorClass::none) call.status = ActionStatus::failed;
    transcript_.push_back(std::move(call));
}

}  // namespace provost::lms
