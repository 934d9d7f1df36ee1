// The syllabus: the components of a course, in their order, and when each is open.
#pragma once

#include <provost/catalogue/logic.hpp>

namespace provost::catalogue {

/// What a component is. Since 0.1. [IMC-SYL-02, IMC-LIB-01]
enum class ComponentKind : std::uint8_t {
    content,
    folder,
    tutor_folder,
    course_set,
    test,
    feedback,
    on_the_job,
    scorm,
    sco,
    aicc,
    au,
    file,
    link,
    link_list,
    vocabulary,
    glossary,
    faq,
    chat,
};

/// What can be asked of a component of a kind, and done with it. Since 0.1. [IMC-LL-07]
struct KindOfComponent {
    ComponentKind kind{};
    bool holds_others = false;       ///< a folder
    bool percentage = false;         ///< a rule may ask for percent [IMC-LL-05]
    bool status = false;             ///< it ends passed or failed [IMC-LL-06]
    bool tries = false;              ///< a rule may count tries [IMC-LL-08]
    bool in_library = false;         ///< the library may hold it [IMC-LIB-01]
    bool frozen_once_begun = false;  ///< it is updated only before a participant began it [IMC-UPD-02]
};
[[nodiscard]] const KindOfComponent& what_is(ComponentKind kind);
/// Whether participants open it: folders and course sets they do not.
[[nodiscard]] inline bool is_opened(ComponentKind kind) {
    return !what_is(kind).holds_others && kind != ComponentKind::course_set;
}

/// What a moment in a syllabus is counted from. Since 0.1. [IMC-TFC-03, IMC-TFC-04]
enum class Anchor : std::uint8_t {
    none,
    fixed,
    course_start,
    course_end,
    participant_start,
    enrolment,
    component_processed,
};

/// A moment of a component: fixed, or so long after (or before) what it is counted from. Since 0.1.
struct Bound {
    Anchor counted_from = Anchor::none;
    std::optional<Instant> at;
    std::string offset;
    std::string component;
};

/// A component of a course: what learners open, one after the other or side by side. Since 0.1.
struct Component {
    std::string key;
    std::string name;
    ComponentKind kind = ComponentKind::content;
    std::string folder;
    std::optional<Decimal> weight;
    std::string medium;
    std::int64_t medium_number = 0;
    std::string course_set;
    bool update = false;
    bool calendar_entry = false;
    bool notices = false;
    Bound opens;
    Bound closes;
    std::optional<bool> tutor_question;
};

/// The components of a course, or of a version of a template. A course has its own from the beginning: a copy of its
/// template's. Since 0.1. [IMC-TPL-01]
struct Syllabus {
    Id<Syllabus> id;
    std::int64_t version = 0;
    std::int64_t owner = 0;
    std::vector<Component> components;
    Id<Logic> logic;
    bool notices = false;
};

/// Says what the components of a course are: all are told, in their order. Since 0.1. [IMC-SYL-05, IMC-SYL-13]
struct DefineSyllabus {
    Head head;
    Ref<Course> course;
    std::vector<Component> components;
    bool cascade = false;
};

/// Takes components of another course, or of a template, into a course, with their folders and their order, and with
/// the rules that name nothing else. Since 0.1. [IMC-SYL-03]
struct ImportComponents {
    Head head;
    Ref<Course> course;
    Ref<Course> from_course;
    Ref<CourseTemplate> from_template;
    std::vector<std::string> components;
    std::string folder;
};

/// Checks the text of an offset: "2 W", "-3 D"; H hours, D days, W weeks, M months.
[[nodiscard]] Code check_offset(std::string_view text);

}  // namespace provost::catalogue

template <>
struct provost::Choices<provost::catalogue::ComponentKind> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "content", "A page, a film, or anything else to look at."},
        {1, "folder", "A folder, in which other components lie."},
        {2, "tutor_folder", "A folder for tutors: learners do not see it, nor what lies in it."},
        {3, "course_set", "A course set: component courses to choose from."},
        {4, "test", "A test."},
        {5, "feedback", "A feedback form."},
        {6, "on_the_job", "Training on the job."},
        {7, "scorm", "A web-based training by SCORM."},
        {8, "sco", "A part (SCO) of one."},
        {9, "aicc", "A web-based training by AICC."},
        {10, "au", "A part (AU) of one."},
        {11, "file", "A file."},
        {12, "link", "A link."},
        {13, "link_list", "A list of links."},
        {14, "vocabulary", "A list of words."},
        {15, "glossary", "A glossary."},
        {16, "faq", "Questions that are often asked."},
        {17, "chat", "A chat."},
    });
};

template <>
struct provost::Choices<provost::catalogue::Anchor> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "There is no such moment."},
        {1, "fixed", "A fixed moment."},
        {2, "course_start", "The start of the course."},
        {3, "course_end", "The end of the course."},
        {4, "participant_start", "The moment at which the participant begins."},
        {5, "enrolment", "The moment of the participant's enrolment."},
        {6, "component_processed", "The moment at which the participant has processed a component."},
    });
};

PROVOST_DESCRIBE(provost::catalogue::Bound, document, "bound", "A moment of a component.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(counted_from, "What it is counted from."), PROVOST_FIELD(at, "The fixed moment."),
                 PROVOST_FIELD(offset, "How long after that; absent: at once. A number, a blank, H, D, W or M.")
                     .checked(&provost::catalogue::check_offset),
                 PROVOST_FIELD(component, "Key of the component that is to be processed.").at_most(40));

PROVOST_DESCRIBE(provost::catalogue::Component, document, "component", "A component of a course.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(key, "What the course calls it.").required().key(),
                 PROVOST_FIELD(name, "Name that learners see.").at_most(500),
                 PROVOST_FIELD(kind, "What it is; absent: content."),
                 PROVOST_FIELD(folder, "Key of the folder in which it lies; absent: at the top.").at_most(40),
                 // IMC-SYL-07: not negative, 1 when nothing is said.
                 PROVOST_FIELD(weight, "Its share of the effort; absent: 1.").between(0, 1'000'000, "number.malformed"),
                 PROVOST_FIELD(medium, "Key of the medium that it shows.").at_most(100),
                 PROVOST_FIELD(medium_number, "Version of the medium that it shows; absent: the one of that day.")
                     .between(0, 1'000'000'000, "number.malformed"),
                 PROVOST_FIELD(course_set, "Of a course set: its key.").at_most(40),
                 PROVOST_FIELD(update, "Whether it follows new versions of its medium; absent: no."),
                 PROVOST_FIELD(calendar_entry, "Whether participants get a calendar entry; absent: no."),
                 PROVOST_FIELD(notices, "Whether participants are told of it; absent: no."),
                 PROVOST_FIELD(opens, "From when on it is open."),
                 PROVOST_FIELD(closes, "From when on it is no longer open."),
                 // IMC-TUT-07
                 PROVOST_FIELD(tutor_question,
                               "Of a feedback form: it asks a question about each tutor who wants that; absent: no."));

PROVOST_DESCRIBE(provost::catalogue::Syllabus, record, "syllabus", "The components of a course or a template.",
                 PROVOST_INDEXES({"owner", true, {"owner"}}, {"notices", false, {"notices"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(owner, "Id of the course, or of the version of a template."),
                 PROVOST_FIELD(components, "The components, in their order."),
                 PROVOST_FIELD(logic, "Its learning logic; absent: none."),
                 PROVOST_FIELD(notices, "Whether a component has notices: for the session tick."));

PROVOST_REQUEST(provost::catalogue::DefineSyllabus, "define_syllabus", "Says what the components of a course are.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(components, "All its components, in their order.").at_most(1000),
                PROVOST_FIELD(cascade,
                              "Whether rules that name a component which goes, or goes elsewhere, go as well."));

PROVOST_REQUEST(
    provost::catalogue::ImportComponents, "import_components",
    "Takes components of another course or of a template into a course.",
    PROVOST_FIELD(course, "External id of the course that gets them.").required(),
    PROVOST_FIELD(from_course, "External id of the course that they come from; absent: from a template."),
    PROVOST_FIELD(from_template, "External id of the template that they come from."),
    PROVOST_FIELD(components, "Keys of those that are wanted, a folder with all in it; absent: all.").at_most(1000),
    PROVOST_FIELD(folder, "Key of the folder of the course into which they come; absent: at the top.").at_most(40));
