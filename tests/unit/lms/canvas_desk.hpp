// An adapter for Canvas and a double for it to talk to.
#pragma once

#include "contract/canvas_double.hpp"
#include "lms/canvas.hpp"

#include <doctest/doctest.h>

namespace {

using namespace provost::lms;

struct CanvasDesk {
    CanvasDouble site;
    std::unique_ptr<Adapter> adapter = make_canvas({});

    CanvasDesk() {
        site.add_course("10", "cooking");
        site.users.push_back({"1", "c1", "Ann Lee", "Lee, Ann", "ann@example.org", "ann"});
    }
    Findings settle() {
        while (true) {
            const auto requests = adapter->take_requests();
            if (requests.empty()) return adapter->take_findings();
            for (const auto& request : requests) adapter->answer(site.answer(request));
        }
    }
    ActionOutcome carry_out(const Action& action) {
        adapter->carry_out({action});
        const auto outcomes = settle().outcomes;
        REQUIRE(outcomes.size() == 1);
        return outcomes.front();
    }
    Findings list(const std::string& listing, const std::string& course = {}, const std::string& cursor = {}) {
        adapter->list({listing, course, {}, cursor});
        auto found = settle();
        REQUIRE(found.ends.size() == 1);
        return found;
    }
    std::string state(const std::string& section) const {
        for (const auto& place : site.places) {
            if (place.section == section) return place.state;
        }
        return "none";
    }
    // How often something was asked that changes something.
    std::int64_t changes() const { return std::ranges::count(site.asked, true, &HttpRequest::changes); }
};

Action canvas_place(Access access, const std::string& learner = "c1") {
    Action action;
    action.op_id = "place";
    action.kind = ActionKind::upsert_enrolment;
    action.course = "cooking";
    action.learner = learner;
    action.access = access;
    return action;
}

Action canvas_learner(const std::string& learner, const std::string& login) {
    Action action;
    action.op_id = "learner";
    action.kind = ActionKind::upsert_learner;
    action.learner = learner;
    action.login = login;
    action.first_name = "Ann";
    action.family_name = "Lee";
    action.email = "ann@example.org";
    return action;
}

}  // namespace
