// Resources: rooms, people, equipment and whatever else courses use for a while, in categories.
#pragma once

#include <provost/organisation/organisation.hpp>
#include <provost/staffing/tutor.hpp>

namespace provost::resources {

/// What a resource is. Since 0.1. [IMC-RES-13]
enum class ResourceKind : std::uint8_t { other, individual, location, equipment };

/// A time from one moment until just before another; an end that is absent is open. Since 0.1. [IMC-RES-06]
struct AvailabilityWindow {
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    bool closed = false;
};

/// Groups resources; a question of a feedback form may name it. Since 0.1. [IMC-RES-02]
struct ResourceCategory {
    Id<ResourceCategory> id;
    std::int64_t version = 0;
    std::string key;
    std::string name;
};

/// What courses are given for a while. So many bookings as its capacity says may hold it at one moment. With a tutor it
/// stands for that user, and may have the options of a person. Since 0.1. [IMC-RES-02, IMC-RES-07, IMC-RES-16]
struct Resource {
    Id<Resource> id;
    std::int64_t version = 0;
    std::string key;
    std::string name;
    ResourceKind kind = ResourceKind::other;
    std::vector<std::string> categories;
    Id<organisation::Location> location;
    Id<staffing::Tutor> tutor;
    std::int64_t capacity = 1;
    std::vector<AvailabilityWindow> calendar;
    std::string position;
    bool visible = true;
    bool may_grade = true;
    bool on_the_job = false;
    bool messaging = false;
    bool feedback_question = false;
    bool removed = false;
};

/// Defines a resource, or brings it up to date: what is not said keeps its former value. Bookings that do not fit any
/// more stay, and are reported. Since 0.1. [IMC-RES-02, IMC-RES-16]
struct DefineResource {
    Head head;
    std::string resource;
    std::string name;
    std::optional<ResourceKind> kind;
    std::vector<std::string> categories;
    Ref<organisation::Location> location;
    Ref<staffing::Tutor> tutor;
    std::optional<std::int64_t> capacity;
    std::vector<AvailabilityWindow> calendar;
    std::string position;
    std::optional<bool> visible;
    std::optional<bool> may_grade;
    std::optional<bool> on_the_job;
    std::optional<bool> messaging;
    std::optional<bool> feedback_question;
    std::optional<bool> removed;
    std::vector<std::string> clear;
};

/// Whether it has not been taken out of use. Since 0.1.
[[nodiscard]] inline bool is_there(const Resource& resource) { return !resource.removed; }

}  // namespace provost::resources

template <>
struct provost::Choices<provost::resources::ResourceKind> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "other", "Anything else."},
        {1, "individual", "A person; linked with a user, it is that tutor."},
        {2, "location", "A place: other resources can be assigned to it."},
        {3, "equipment", "A thing that is carried about, for example a projector."},
    });
};

PROVOST_DESCRIBE(provost::resources::AvailabilityWindow, document, "availability_window",
                 "A time in which a resource can be had, or can not.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(starts_at, "Its first moment; absent: since ever."),
                 PROVOST_FIELD(ends_at, "The first moment that no longer belongs to it; absent: for good."),
                 PROVOST_FIELD(closed, "Whether the resource can not be had then."));

PROVOST_DESCRIBE(provost::resources::ResourceCategory, record, "resource_category", "Groups resources.",
                 PROVOST_INDEXES({"key", true, {"key"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(key, "What users call it.").required().key(),
                 PROVOST_FIELD(name, "Name.").required().at_most(100).line());

PROVOST_DESCRIBE(provost::resources::Resource, record, "resource", "What courses are given for a while.",
                 PROVOST_INDEXES({"key", true, {"key"}}, {"tutor", false, {"tutor"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(key, "What users call it."), PROVOST_FIELD(name, "Name.").personal(),
                 PROVOST_FIELD(kind, "What it is."), PROVOST_FIELD(categories, "Keys of its categories."),
                 PROVOST_FIELD(location, "Where it is: the place, or where the thing or person usually is."),
                 PROVOST_FIELD(tutor, "The tutor whom it stands for."),
                 PROVOST_FIELD(capacity, "How many bookings may hold it at one moment."),
                 PROVOST_FIELD(calendar, "When it can be had; only closed times, or none: always but for these."),
                 PROVOST_FIELD(position, "Key of the tutor position that the person takes."),
                 PROVOST_FIELD(visible, "Whether participants see the person."),
                 PROVOST_FIELD(may_grade, "Whether the person gives grades and confirmations."),
                 PROVOST_FIELD(on_the_job, "Whether the person looks after training on the job."),
                 PROVOST_FIELD(messaging, "Whether the person gets the messages for tutors."),
                 PROVOST_FIELD(feedback_question, "Whether feedback forms ask about it."),
                 PROVOST_FIELD(removed, "Taken out of use: nothing new is booked."));

PROVOST_REQUEST(
    provost::resources::DefineResource, "define_resource", "Defines a resource, or brings it up to date.",
    PROVOST_FIELD(resource, "What users call it.").required().key(),
    PROVOST_FIELD(name, "Name; needed for a new one.").at_most(100).personal().line(),
    PROVOST_FIELD(kind, "What it is; absent in a new one: other. It stays."),
    PROVOST_FIELD(categories, "Keys of its categories, one at least.").at_most(50),
    PROVOST_FIELD(location, "Key of the location where it is."),
    PROVOST_FIELD(tutor, "Login of the tutor whom an individual stands for."),
    PROVOST_FIELD(capacity, "How many bookings may hold it at one moment; absent in a new one: 1.")
        .between(1, 1'000'000, "value.out-of-range"),
    PROVOST_FIELD(calendar, "When it can be had, and when not; the whole of it.").at_most(1000),
    PROVOST_FIELD(position, "Key of the tutor position that the person takes.").at_most(100),
    PROVOST_FIELD(visible, "Whether participants see the person; absent in a new one: yes."),
    PROVOST_FIELD(may_grade, "Whether the person gives grades and confirmations; absent in a new one: yes."),
    PROVOST_FIELD(on_the_job, "Whether the person looks after training on the job."),
    PROVOST_FIELD(messaging, "Whether the person gets the messages for tutors."),
    PROVOST_FIELD(feedback_question, "Whether feedback forms ask about it."),
    PROVOST_FIELD(removed, "Whether it is taken out of use."),
    PROVOST_FIELD(clear, "Members that shall have no value: location, tutor, calendar, position.")
        .at_most(10));
