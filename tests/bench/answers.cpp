// A refused answer with a reason tree of eleven leaves: what it costs to build and to write, per KB.
#include "bench.hpp"

#include <provost/describe/json.hpp>
#include <provost/open.hpp>
#include <provost/registration/registration.hpp>

namespace bench {

namespace {

constexpr int leaves = 11;
constexpr int calls = 20'000;

std::unique_ptr<provost::Engine> college() {
    auto engine = must(provost::open(":memory:"));
    const auto run = [&](const std::string& document) { must(engine->run_document(document)); };
    run(R"({"verb":"organisation.define_location","record":{"key":"L","name":"Campus","zone":"Australia/Melbourne"}})");
    run(R"({"verb":"catalogue.define_course_type","course_type":"T","name":"Classroom"})");
    run(R"({"verb":"catalogue.define_subject","record":{"code":"U"}})");
    run(R"({"verb":"catalogue.define_template","course_type":"T","external_id":"U","name":"Unit"})");
    for (int n = 0; n < leaves; ++n) {
        const auto code = "UNIT" + std::to_string(100 + n);
        run(R"({"verb":"catalogue.define_subject","record":{"code":")" + code + R"("}})");
        run(R"({"verb":"prerequisites.require_subject","course_template":"U","subject":")" + code + R"("})");
    }
    run(R"({"verb":"catalogue.define_course","course_template":"U","external_id":"C","location":"L","duration":"6 M"})");
    run(R"({"verb":"people.define_learner","login":"learner","family_name":"Learner","birth_date":"2000-01-01","client_id":"S1"})");
    return engine;
}

double time_of(provost::Engine& engine, const provost::registration::RegisterLearner& request) {
    const double began = cpu_seconds();
    for (int i = 0; i < calls; ++i) must(engine.run(request));
    return (cpu_seconds() - began) / calls * 1e6;
}

}  // namespace

void answers() {
    const auto engine = college();
    provost::registration::RegisterLearner request;
    request.course = "C";
    request.learner = "learner";
    auto explained = request;
    explained.head.detail = provost::Detail::reason;
    const auto answer = must(engine->run(explained));
    const std::string text = provost::to_json(answer);
    const double size = static_cast<double>(text.size()) / 1000;

    std::vector<double> built, written;
    std::size_t total = 0;
    for (int round = 0; round < 5; ++round) {
        const double plain = time_of(*engine, request);
        built.push_back(time_of(*engine, explained) - plain);
        const double began = cpu_seconds();
        for (int i = 0; i < calls; ++i) total += provost::to_json(answer).size();
        written.push_back((cpu_seconds() - began) / calls * 1e6);
    }
    if (total != text.size() * calls * 5) std::exit(1);
    std::printf(
        "refused answer with %d leaves, %.1f KB: build %.2f us/KB, write %.2f us/KB, both %.2f us/KB (goal <= 3)\n",
        leaves, size, median(built) / size, median(written) / size, (median(built) + median(written)) / size);
}

}  // namespace bench
