// One piece of work after the other: what a later one reads may have been made by an earlier one.
#include "lms/moodle.hpp"

#include "lms/moodle_work.hpp"

#include <deque>

namespace provost::lms {

namespace {

class Moodle final : public Adapter {
public:
    explicit Moodle(const AdapterOptions& options) : options_(options), calls_(options.batch, options.most_fields) {}

    [[nodiscard]] Abilities describe() const override;
    void carry_out(std::vector<Action> actions) override { work_.push_back(moodle_batch(desk(), std::move(actions))); }
    void list(const ListingAsk& ask) override { work_.push_back(moodle_listing(desk(), ask)); }
    [[nodiscard]] std::vector<HttpRequest> take_requests() override {
        go_on();
        return calls_.take();
    }
    void answer(const HttpAnswer& answer) override { calls_.answer(answer); }
    [[nodiscard]] Findings take_findings() override {
        go_on();
        return std::exchange(findings_, {});
    }

private:
    [[nodiscard]] MoodleDesk desk() { return {calls_, options_, findings_}; }
    void go_on() {
        while (calls_.idle() && !work_.empty()) {
            if (!work_.front()->next()) work_.pop_front();
        }
    }

    AdapterOptions options_;
    MoodleCalls calls_;
    Findings findings_;
    std::deque<std::unique_ptr<MoodleWork>> work_;
};

Abilities Moodle::describe() const {
    Abilities abilities;
    abilities.name = "moodle";
    abilities.writes_learners = true;
    abilities.suspends_learners = true;
    abilities.writes_enrolments = true;
    abilities.suspends_enrolments = true;
    abilities.unenrols = true;
    abilities.has_windows = true;
    abilities.has_groups = true;
    abilities.has_cohorts = true;
    abilities.lists_courses = true;
    abilities.lists_enrolments = true;
    abilities.lists_results = true;
    return abilities;
}

}  // namespace

std::unique_ptr<Adapter> make_moodle(const AdapterOptions& options) { return std::make_unique<Moodle>(options); }

}  // namespace provost::lms
