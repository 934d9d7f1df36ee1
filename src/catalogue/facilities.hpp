// Process complexity: tabs and functions that a course type, a template or a course hides. Hiding only narrows: what is
// hidden above can not be shown again below. [IMC-CT-02, IMC-CT-03, IMC-CT-04]
#pragma once

#include "catalogue/inherit.hpp"

#include <provost/catalogue/shelf.hpp>

namespace provost::catalogue {

/// Which level hides a facility, if any.
struct Hiding {
    Level level = Level::none;
    std::string place;  // key of the type, external id of the template or course

    [[nodiscard]] explicit operator bool() const { return level != Level::none; }
};

/// What is hidden from a course of this version of a template; `course` is null for the template itself.
class Complexity {
public:
    Complexity(const TemplateVersion& pinned, std::string_view template_id, std::string_view type_key,
               const Course* course = nullptr)
        : pinned_(pinned), template_id_(template_id), type_key_(type_key), course_(course) {}

    [[nodiscard]] Hiding who_hides(Facility facility) const;
    /// Whether there are no rules of learning logic: they are hidden, or what they are about is.
    [[nodiscard]] bool hides_rules() const {
        return who_hides(Facility::learning_logic) || who_hides(Facility::components);
    }
    /// Refuses with the place that hides it; answers false then.
    [[nodiscard]] bool allows(Facility facility, Decision& decision) const;
    /// Whether it is hidden: then it is noted with that place.
    [[nodiscard]] bool notes_hidden(Facility facility, Decision& decision) const;
    /// The same for what a request wants shown again, and for the settings that it sets. A row of a file goes on with a
    /// note, and without such a setting.
    [[nodiscard]] bool allows_all(const std::vector<std::string>& shown, const Asked& asked, const Context& context,
                                  Decision& decision) const;
    /// The same for settings that courses must have: what they can not set they can not give.
    [[nodiscard]] bool allows_mandatory(const std::vector<std::string>& settings, Decision& decision) const;
    /// Names of the settings that have their neutral value here, because their tab or function is hidden.
    [[nodiscard]] std::vector<std::string> neutral_settings() const;

private:
    [[nodiscard]] bool allows_setting(std::string_view setting, const Context& context, Decision& decision) const;
    [[nodiscard]] std::vector<Parameter> told(Facility facility, const Hiding& hiding) const;

    const TemplateVersion& pinned_;
    std::string_view template_id_, type_key_;
    const Course* course_;
};

/// Names of the settings that stand in these facilities.
[[nodiscard]] std::vector<std::string> settings_in(const std::vector<std::string>& facilities);

/// Takes what a request hides and shows into the list of a level, which stays in ascending order. Refuses a word that
/// is no facility, and one that is both hidden and shown.
[[nodiscard]] bool hide(std::vector<std::string>& list, const std::vector<std::string>& hidden,
                        const std::vector<std::string>& shown, Decision& decision);

/// Settings that a template does not hand on: those that are hidden, and meta tags outside its set. [IMC-MT-01]
[[nodiscard]] std::vector<std::string> kept_back(const TemplateVersion& made, const Settings& type,
                                                 const Complexity& complexity);

/// The tab on which a shelf stands.
[[nodiscard]] constexpr Facility facility_of(ShelfTab tab) {
    return tab == ShelfTab::library ? Facility::library : Facility::social_media;
}

[[nodiscard]] std::optional<Facility> find_facility(std::string_view word);

}  // namespace provost::catalogue
