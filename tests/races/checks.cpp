#include "races/checks.hpp"

#include <provost/audit/journal.hpp>
#include <provost/enrolment/participant.hpp>
#include <provost/enrolment/participation.hpp>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace provost::races {

namespace {

using enrolment::Enrolment;
using enrolment::State;

// All records under an index key; with no parts all of the kind.
template <class T>
std::vector<T> records(Store& store, std::string_view index = "id", KeyParts parts = {}) {
    std::vector<T> all;
    Query query{&type_of<T>(), find_index(type_of<T>(), index), std::move(parts)};
    while (true) {
        const auto page = store.find(query);
        if (!page) throw std::runtime_error("the store does not answer: " + std::string(page.error().code.name()));
        for (const Record& record : *page) all.push_back(*record.get<T>());
        if (page->size() < query.limit) return all;
        query.after = page->back().id();
    }
}

KeyPart number(std::int64_t value) { return {value, {}, false}; }
KeyPart text(std::string value) { return {0, std::move(value), true}; }

// A course with its places, all read at once: nobody writes meanwhile.
struct Room {
    catalogue::Course course;
    catalogue::Seats seats;
    enrolment::WaitingList list;
    std::vector<Enrolment> places;

    Room(Store& store, const std::string& name)
        : course(records<catalogue::Course>(store, "external_id", {text(name)}).at(0)),
          seats(records<catalogue::Seats>(store, "course", {number(course.id.value)}).at(0)),
          places(records<Enrolment>(store, "course", {number(course.id.value)})) {
        for (auto& each : records<enrolment::WaitingList>(store, "course", {number(course.id.value)})) list = each;
    }

    [[nodiscard]] std::int64_t taken() const {
        return std::ranges::count_if(
            places, [&](const Enrolment& each) { return enrolment::uses_seat(each, course.has_dates()); });
    }
    [[nodiscard]] std::int64_t waiting() const { return std::ranges::count(places, State::waiting, &Enrolment::state); }
    [[nodiscard]] std::int64_t most() const { return *course.settings.max_participants; }
};

// Collects what is wrong with one course.
class Findings {
public:
    explicit Findings(std::string course) : course_(std::move(course)) {}
    void unless(bool right, const std::string& what) {
        if (!right) problems_.push_back(course_ + ": " + what);
    }
    void unless_equal(std::int64_t found, std::int64_t wanted, const std::string& what) {
        unless(found == wanted, what + ": " + std::to_string(found) + ", not " + std::to_string(wanted));
    }
    [[nodiscard]] Problems take() { return std::move(problems_); }

private:
    std::string course_;
    Problems problems_;
};

// The list holds exactly the places that wait, each once.
void check_list(const Room& room, Findings& findings) {
    std::set<std::int64_t> waiting;
    for (const Enrolment& place : room.places) {
        if (place.state == State::waiting) waiting.insert(place.id.value);
    }
    const auto& list = room.list.enrolments;
    findings.unless_equal(static_cast<std::int64_t>(list.size()), room.waiting(), "length of the waiting list");
    findings.unless(std::set<std::int64_t>(list.begin(), list.end()) == waiting, "others wait than the list says");
    findings.unless(room.list.learners.size() == list.size(), "the list names other learners than places");
}

// IMC-WL-04: who joined first stands first, and comes in first.
void check_order(const Room& room, const Joined& joined, Findings& findings) {
    const bool all_told =
        std::ranges::all_of(room.places, [&](const Enrolment& place) { return joined.contains(place.id.value); });
    if (!all_told) return findings.unless(false, "the journal does not tell of every place");
    const auto since = [&](std::int64_t place) { return joined.at(place); };
    findings.unless(std::ranges::is_sorted(room.list.enrolments, {}, since), "the list is not in the order of joining");
    if (room.list.enrolments.empty()) return;
    const auto first = since(room.list.enrolments.front());
    for (const Enrolment& place : room.places) {
        const bool came_in = place.waiting_since && place.state == State::registered;
        findings.unless(!came_in || since(place.id.value) < first, "somebody came in before one who waited longer");
    }
}

// What everybody has who is in the race: his places in the course, by state.
class Holdings {
public:
    Holdings(Store& store, const std::vector<Enrolment>& places) : store_(store) {
        for (const Enrolment& place : places) ++of_[place.learner.value][place.state];
    }
    [[nodiscard]] std::map<State, int> of(const std::string& login) const {
        const auto known = records<people::Learner>(store_, "login", {text(people::login_index(login))}).at(0);
        const auto found = of_.find(known.id.value);
        return found == of_.end() ? std::map<State, int>() : found->second;
    }
    /// He has one place, in one of these states, and no other.
    [[nodiscard]] bool has_one(const std::string& login, std::set<State> states) const {
        const auto has = of(login);
        return has.size() == 1 && has.begin()->second == 1 && states.contains(has.begin()->first);
    }
    [[nodiscard]] std::size_t learners() const { return of_.size(); }

private:
    Store& store_;
    std::map<std::int64_t, std::map<State, int>> of_;
};

// All that was told to one learner who comes in: two contenders may ask for the same one.
struct Coming {
    int accepted = 0, again = 0, full = 0, other = 0;

    void add(Told told) {
        ++(told == Told::accepted                            ? accepted
           : told == Told::unchanged || told == Told::exists ? again
           : told == Told::full                              ? full
                                                             : other);
    }
};

// A race that is over.
class Finish {
public:
    Finish(Store& store, const Race& race, std::span<const Reply> replies)
        : store_(store),
          race_(race),
          replies_(replies),
          room_(store, race.course),
          holdings_(store, room_.places),
          findings_(race.course) {}

    Problems problems() {
        for (std::size_t i = 0; i < race_.contenders.size(); ++i) check_reply(race_.contenders[i], replies_[i]);
        check_newcomers();
        check_inside();
        check_counts();
        return findings_.take();
    }

private:
    void check_reply(const Contender& contender, const Reply& reply) {
        const std::string who = contender.learner + " was told " + reply.code.data();
        switch (contender.act) {
            case Act::be_registered:
            case Act::ask_for_place: newcomers_[contender.learner].add(reply.told); break;
            case Act::cancel:
                findings_.unless(reply.told == Told::accepted, who);
                findings_.unless(holdings_.has_one(contender.learner, {State::cancelled}), who + ", and is not out");
                cancelled_.insert(contender.learner);
                break;
            case Act::move_in: check_move(contender, reply); break;
            case Act::raise: findings_.unless(reply.told == Told::accepted, "more seats: " + who); break;
        }
    }
    void check_move(const Contender& contender, const Reply& reply) {
        const Room other(store_, race_.other_course());
        const bool in = reply.told == Told::accepted;
        const Holdings there(store_, other.places);
        findings_.unless(in || reply.told == Told::full, contender.learner + " was told " + reply.code.data());
        findings_.unless(
            in ? holdings_.has_one(contender.learner, {State::registered}) : holdings_.of(contender.learner).empty(),
            contender.learner + " is not where he was moved to");
        findings_.unless(there.has_one(contender.learner, {in ? State::moved : State::registered}),
                         contender.learner + " is not as he should be in the course he comes from");
        findings_.unless_equal(other.seats.taken, other.taken(), "seats of the other course");
        (in ? came_ : refused_) += 1;
    }
    void check_newcomers() {
        for (const auto& [login, told] : newcomers_) {
            findings_.unless(told.other == 0, login + " got an answer that fits nothing");
            findings_.unless(told.accepted <= 1, login + " was let in twice");
            const bool in = told.accepted == 1;
            findings_.unless(in || told.again == 0, login + " was told that he is in, and nobody let him in");
            findings_.unless(
                in ? holdings_.has_one(login, {State::registered, State::waiting}) : holdings_.of(login).empty(),
                login + " has not the one place that he was given");
            findings_.unless(told.full == 0 || !race_.may_wait, login + " was refused where people may wait");
            (in ? came_ : refused_) += 1;
        }
    }
    void check_inside() {
        for (const auto& login : race_.inside) {
            const bool stays =
                cancelled_.contains(login) || holdings_.has_one(login, {State::registered, State::waiting});
            findings_.unless(stays, login + " was in and has lost his place");
        }
    }
    // Every seat that somebody wants is taken: more were not to be had, and nobody was refused one that stayed free.
    void check_counts() {
        const auto inside = static_cast<std::int64_t>(race_.inside.size() - cancelled_.size());
        const auto open = inside + came_;
        findings_.unless_equal(static_cast<std::int64_t>(holdings_.learners()),
                               static_cast<std::int64_t>(race_.inside.size()) + came_, "learners who have a place");
        findings_.unless_equal(room_.most(), race_.seats_at_the_end(), "seats of the course");
        findings_.unless_equal(room_.taken(), std::min(open, room_.most()), "seats taken");
        findings_.unless_equal(room_.waiting(), open - std::min(open, room_.most()), "places that wait");
        // Whoever was refused found the course full; since then only so many seats became free.
        const auto freed = static_cast<std::int64_t>(cancelled_.size()) + race_.count(Act::raise);
        findings_.unless(refused_ == 0 || room_.taken() + freed >= room_.most(), "somebody was refused a free seat");
    }

    Store& store_;
    const Race& race_;
    std::span<const Reply> replies_;
    Room room_;
    Holdings holdings_;
    Findings findings_;
    std::map<std::string, Coming> newcomers_{};
    std::set<std::string> cancelled_{};
    std::int64_t came_ = 0, refused_ = 0;
};

}  // namespace

Joined joined(Store& store) {
    Joined first;
    for (const auto& entry : records<audit::JournalEntry>(store)) first.try_emplace(entry.about, entry.id.value);
    return first;
}

Problems problems_of_seats(Store& store, const std::string& course, const Joined* joined) {
    const Room room(store, course);
    Findings findings(course);
    findings.unless_equal(room.seats.taken, room.taken(), "seats counted as taken");
    findings.unless_equal(room.seats.waiting, room.waiting(), "places counted as waiting");
    findings.unless(room.taken() <= room.most(),
                    "oversold: " + std::to_string(room.taken()) + " of " + std::to_string(room.most()) + " seats");
    findings.unless(room.waiting() == 0 || room.taken() >= room.most(), "somebody waits although a seat is free");
    check_list(room, findings);
    if (joined != nullptr) check_order(room, *joined, findings);
    return findings.take();
}

std::string states_of(Store& store, const std::string& course) {
    std::set<std::string> each;
    for (const Enrolment& place : Room(store, course).places) {
        const Key key = id_key(type_of<people::Learner>(), place.learner.value);
        const auto learner = store.load(std::span(&key, 1));
        if (!learner) throw std::runtime_error("the store does not answer");
        each.insert(learner->found.at(0).at(0).get<people::Learner>()->login + ' ' + std::string(word(place.state)));
    }
    std::string all;
    for (const auto& one : each) all += (all.empty() ? "" : ", ") + one;
    return all;
}

Problems problems_of_replies(Store& store, const Race& race, std::span<const Reply> replies) {
    return Finish(store, race, replies).problems();
}

}  // namespace provost::races
