// How benchmarks measure: two sides of a comparison alternately, medians, and the ratio.
#pragma once

#include <provost/base/result.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

namespace bench {

inline double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}
inline double wall_seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

inline double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// What a call answered; a failure ends the benchmark.
template <class T>
T must(provost::Result<T> result) {
    if (result) {
        if constexpr (std::is_void_v<T>) {
            return;
        } else {
            return std::move(*result);
        }
    }
    std::fprintf(stderr, "bench: %s\n", std::string(result.error().code.name()).c_str());
    std::exit(1);
}

/// "name: ours … floor … speed of the floor reached (goal …)"; `units` per run.
inline void report(const std::string& name, double ours, double floor, double units, const char* unit, double goal) {
    std::printf("%-52s ours %9.0f %s/s, floor %9.0f, ratio %.2f (goal >= %.2f)\n", name.c_str(), units / ours, unit,
                units / floor, floor / ours, goal);
    std::fflush(stdout);
}

void imports(const std::string& input, const std::string& folder);
void courses(const std::string& input, const std::string& folder);
void reading(const std::string& input);
void registrations(const std::string& folder);
void checks(const std::string& folder);
void learning(const std::string& folder);
void grades(const std::string& folder);
void lms_plans(const std::string& folder);
void access();
void answers();
void prerequisites();
void ways();
void statutory();
void collection(const std::string& folder);

}  // namespace bench
