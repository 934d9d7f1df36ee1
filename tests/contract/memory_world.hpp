// The LMS in memory as a world of the contract of LMS adapters; the exchange of files builds on it.
#pragma once

#include "lms/memory_lms.hpp"
#include "lms_contract.hpp"

namespace provost::contract {

class MemoryWorld : public LmsWorld {
public:
    [[nodiscard]] lms::Adapter& adapter() override { return lms; }
    void restart() override {}
    [[nodiscard]] bool has_wire() override { return false; }
    [[nodiscard]] lms::HttpAnswer serve(const lms::HttpRequest& request) override {
        return {request.id, {}, 0, {}, {}};
    }
    [[nodiscard]] lms::HttpAnswer throttled(const lms::HttpRequest& request) override { return serve(request); }
    [[nodiscard]] bool quirk(LmsQuirk) override { return false; }
    void add_course(const std::string& course, const std::string& name) override {
        lms::LmsEdit edit;
        edit.course = course;
        edit.name = name;
        lms.edit(edit);
    }
    void add_account(const std::string& learner, const std::string& login, const std::string& email) override {
        lms::LmsEdit edit;
        edit.learner = learner;
        edit.login = login;
        edit.email = email;
        lms.edit(edit);
    }
    void enrol_by_hand(const std::string& course, const std::string& learner) override {
        lms::LmsEdit edit;
        edit.course = course;
        edit.learner = learner;
        lms.edit(edit);
    }
    [[nodiscard]] std::size_t accounts() override { return lms.accounts(); }
    [[nodiscard]] lms::Access access(const std::string& course, const std::string& learner) override {
        return seen(course, learner).access;
    }
    [[nodiscard]] std::set<std::string> groups(const std::string& course, const std::string& learner) override {
        const auto names = seen(course, learner).groups;
        return {names.begin(), names.end()};
    }
    [[nodiscard]] std::string family_name(const std::string& learner) override {
        return lms.account(learner).family_name;
    }
    [[nodiscard]] bool has_duplicates() override { return false; }  // accounts stand by external id

    lms::MemoryLms lms{[] {
        lms::LmsSetup setup;
        setup.listed_courses_only = true;
        return setup;
    }()};

private:
    [[nodiscard]] lms::Observed seen(const std::string& course, const std::string& learner) const {
        for (auto& row : lms.enrolments()) {
            if (row.course == course && row.learner == learner) return row;
        }
        return {};
    }
};

}  // namespace provost::contract
