#include "races/bookings.hpp"

#include <provost/resources/planning.hpp>

#include <algorithm>
#include <stdexcept>

namespace provost::races {

namespace {

using catalogue::Course;
using resources::Booking;
using resources::BookingState;

constexpr int hours = 24;

Instant hour(int number) { return race_moment() + std::chrono::hours{number}; }
std::string course_of(std::size_t contender) { return "c" + std::to_string(contender); }

void run(Engine& engine, const std::string& document) {
    const auto answer = engine.run_document(document);
    if (!answer) throw std::runtime_error(std::string(answer.error().code.name()) + ": " + document);
    if (answer->find(R"("verdict":"accepted")") == std::string::npos) {
        throw std::runtime_error(*answer + ": " + document);
    }
}

template <class T>
std::vector<T> records(Store& store, std::string_view index, KeyPart value) {
    std::vector<T> all;
    const auto page = store.find({&type_of<T>(), find_index(type_of<T>(), index), {std::move(value)}});
    if (!page) throw std::runtime_error("the store does not answer");
    for (const Record& record : *page) all.push_back(*record.get<T>());
    return all;
}

// The resource with its bookings; nobody writes meanwhile.
struct Held {
    std::int64_t resource;
    std::vector<Booking> bookings;
    resources::Occupancy occupancy;
    std::map<std::int64_t, std::string> courses{};

    Held(Store& store, const BookingRace& race)
        : resource(records<resources::Resource>(store, "key", {0, race.resource, true}).at(0).id.value),
          bookings(records<Booking>(store, "resource", {resource, {}, false})),
          occupancy(records<resources::Occupancy>(store, "resource", {resource, {}, false}).at(0)) {
        for (std::size_t i = 0; i < race.wishes.size(); ++i) {
            const auto course = records<Course>(store, "external_id", {0, course_of(i), true}).at(0);
            courses.emplace(course.id.value, course_of(i));
        }
    }
    // How many are booked in the hour that begins then.
    [[nodiscard]] int booked_in(int from) const {
        return static_cast<int>(std::ranges::count_if(bookings, [&](const Booking& each) {
            return each.state == BookingState::booked && each.starts_at <= hour(from) && hour(from) < each.ends_at;
        }));
    }
    [[nodiscard]] std::vector<Booking> of(const std::string& course) const {
        std::vector<Booking> own;
        for (const Booking& each : bookings) {
            if (courses.at(each.course.value) == course) own.push_back(each);
        }
        return own;
    }
};

bool is_at(const Booking& booking, int from, int until) {
    return booking.starts_at == hour(from) && booking.ends_at == hour(until);
}

resources::BookResource booking_of(const BookingRace& race, std::size_t contender, int from, int until, bool firm) {
    resources::BookResource request;
    request.course = Ref<Course>(course_of(contender));
    request.resource = Ref<resources::Resource>(race.resource);
    request.starts_at = hour(from);
    request.ends_at = hour(until);
    request.state = firm ? BookingState::booked : BookingState::prebooked;
    return request;
}

Result<Answer> ask_once(Engine& engine, const BookingRace& race, std::size_t contender) {
    const Wish& wish = race.wishes[contender];
    const Ref<Booking> own{Id<Booking>{race.before[contender]}};
    const bool books = wish.act == Wish::Act::book || wish.act == Wish::Act::prebook;
    if (books) {
        return engine.run(booking_of(race, contender, wish.from, wish.until, wish.act == Wish::Act::book));
    }
    if (wish.act == Wish::Act::cancel) {
        resources::CancelBooking request;
        request.booking = own;
        return engine.run(request);
    }
    resources::ChangeBooking request;
    request.booking = own;
    if (wish.act == Wish::Act::settle) {
        request.state = BookingState::booked;
    } else {
        request.starts_at = hour(wish.from);
        request.ends_at = hour(wish.until);
    }
    return engine.run(request);
}

// Collects what is wrong.
class Findings {
public:
    explicit Findings(const std::string& resource) : resource_(resource) {}
    void unless(bool right, const std::string& what) {
        if (!right) problems_.push_back(resource_ + ": " + what);
    }
    [[nodiscard]] Problems take() { return std::move(problems_); }

private:
    std::string resource_;
    Problems problems_;
};

// What a contender must have when he was accepted, and when he was refused.
bool has_what_he_was_told(const Wish& wish, const std::vector<Booking>& own, bool accepted) {
    const bool had = wish.before_from != wish.before_until;
    const auto count = [&](BookingState state, int from, int until) {
        return std::ranges::count_if(
            own, [&](const Booking& each) { return each.state == state && is_at(each, from, until); });
    };
    switch (wish.act) {
        case Wish::Act::book: return std::ssize(own) == (accepted ? 1 : 0);
        case Wish::Act::prebook: return accepted && count(BookingState::prebooked, wish.from, wish.until) == 1;
        case Wish::Act::cancel: return accepted && own.size() == 1 && own[0].state == BookingState::cancelled;
        case Wish::Act::move:
            return had && own.size() == 1 &&
                   (accepted ? is_at(own[0], wish.from, wish.until)
                             : is_at(own[0], wish.before_from, wish.before_until));
        case Wish::Act::settle:
            return own.size() == 1 && own[0].state == (accepted ? BookingState::booked : BookingState::prebooked);
    }
    return false;
}

// Whether one more would fit into the time for which somebody was refused.
bool would_fit(const Held& held, const BookingRace& race, const Wish& wish) {
    const bool settles = wish.act == Wish::Act::settle;
    const int from = settles ? wish.before_from : wish.from, until = settles ? wish.before_until : wish.until;
    for (int at = from; at < until; ++at) {
        const bool own = wish.act == Wish::Act::move && wish.before_from <= at && at < wish.before_until;
        if (held.booked_in(at) - (own ? 1 : 0) >= race.capacity) return false;
    }
    return true;
}

}  // namespace

bool BookingRace::frees() const {
    return std::ranges::any_of(
        wishes, [](const Wish& wish) { return wish.act == Wish::Act::cancel || wish.act == Wish::Act::move; });
}

void set_up_courses(Engine& engine, std::size_t courses) {
    run(engine, R"({"verb":"organisation.define_location","record":{"key":"L","name":"Campus","zone":"Etc/UTC"}})");
    run(engine, R"({"verb":"catalogue.define_course_type","course_type":"T","name":"Classroom"})");
    run(engine, R"({"verb":"catalogue.define_template","course_type":"T","external_id":"yoga","name":"Yoga"})");
    run(engine, R"({"verb":"resources.define_category","record":{"key":"rooms","name":"Rooms"}})");
    for (std::size_t i = 0; i < courses; ++i) {
        run(engine, R"({"verb":"catalogue.define_course","course_template":"yoga","location":"L","duration":"6 M",)"
                    R"("external_id":")" +
                        course_of(i) + "\"}");
    }
}

void prepare(Engine& engine, BookingRace& race) {
    run(engine, R"({"verb":"resources.define_resource","name":"Room","categories":["rooms"],"resource":")" +
                    race.resource + R"(","capacity":)" + std::to_string(race.capacity) + "}");
    race.before.assign(race.wishes.size(), 0);
    for (std::size_t i = 0; i < race.wishes.size(); ++i) {
        run(engine,
            R"({"verb":"resources.add","course":")" + course_of(i) + R"(","resource":")" + race.resource + "\"}");
        const Wish& wish = race.wishes[i];
        if (wish.before_from == wish.before_until) continue;
        const bool firm = wish.act != Wish::Act::settle;
        const auto answer = engine.run(booking_of(race, i, wish.before_from, wish.before_until, firm));
        if (!answer || answer->verdict != Verdict::accepted) throw std::runtime_error("nothing is booked before");
        race.before[i] = answer->id;
    }
}

Reply ask(Engine& engine, const BookingRace& race, std::size_t contender) {
    Reply reply;
    while (true) {
        const auto answer = ask_once(engine, race, contender);
        const Code code = answer ? answer->code : answer.error().code;
        const std::string_view name = code.name().substr(0, reply.code.size() - 1);
        reply.code = {};
        std::ranges::copy(name, reply.code.begin());
        if (answer) {
            reply.told = answer->verdict == Verdict::accepted ? Told::accepted
                         : name == "booking.conflict"         ? Told::full
                                                              : Told::other;
            return reply;
        }
        reply.told = Told::other;
        if (name != "store.contended" && name != "store.busy") return reply;
        ++reply.asked_again;
    }
}

Problems problems_of_bookings(Store& store, const BookingRace& race) {
    const Held held(store, race);
    Findings findings(race.resource);
    for (int at = 0; at < hours; ++at) {
        const int booked = held.booked_in(at);
        findings.unless(booked <= race.capacity, std::to_string(booked) + " bookings in hour " + std::to_string(at));
    }
    return findings.take();
}

Problems problems_of_wishes(Store& store, const BookingRace& race, std::span<const Reply> replies) {
    const Held held(store, race);
    Findings findings(race.resource);
    std::int64_t changes = std::ranges::count_if(race.before, [](std::int64_t id) { return id != 0; });
    for (std::size_t i = 0; i < race.wishes.size(); ++i) {
        const Wish& wish = race.wishes[i];
        const bool accepted = replies[i].told == Told::accepted;
        const std::string who = course_of(i) + " was told " + replies[i].code.data();
        changes += accepted ? 1 : 0;
        findings.unless(accepted || replies[i].told == Told::full, who);
        findings.unless(has_what_he_was_told(wish, held.of(course_of(i)), accepted), who + ", and has something else");
        findings.unless(accepted || race.frees() || !would_fit(held, race, wish), who + ", and it is free");
    }
    findings.unless(held.occupancy.changes == changes, "the guard counts " + std::to_string(held.occupancy.changes) +
                                                           " changes of " + std::to_string(changes));
    auto problems = problems_of_bookings(store, race);
    const auto others = findings.take();
    problems.insert(problems.end(), others.begin(), others.end());
    return problems;
}

std::string bookings_of(Store& store, const BookingRace& race) {
    const Held held(store, race);
    std::string all;
    for (std::size_t i = 0; i < race.wishes.size(); ++i) {
        for (const Booking& each : held.of(course_of(i))) {
            all += (all.empty() ? "" : ", ") + course_of(i) + ' ' + std::string(word(each.state)) + ' ' +
                   std::to_string((each.starts_at - hour(0)) / std::chrono::hours{1});
        }
    }
    return all;
}

}  // namespace provost::races
