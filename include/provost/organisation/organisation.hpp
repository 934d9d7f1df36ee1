// The training organisation itself: provider, locations, and what its statutory files take as given.
#pragma once

#include <provost/plan/request.hpp>

namespace provost::organisation {

/// A training organisation that offers courses. Since 0.1.
struct Provider {
    Id<Provider> id;
    std::int64_t version = 0;
    std::string key;
    std::string identifier;
    std::string name;
    std::string type;
    std::string address_first_line;
    std::string address_second_line;
    std::string suburb;
    std::string postcode;
    std::string state;
    std::string contact_name;
    std::string telephone;
    std::string facsimile;
    std::string email;
    std::optional<bool> show_progress;
};

/// A place where training is delivered; its zone says on which day something happens there. Since 0.1.
struct Location {
    Id<Location> id;
    std::int64_t version = 0;
    std::string key;
    std::string identifier;
    std::string name;
    std::string suburb;
    std::string postcode;
    std::string state;
    std::string country;
    std::string zone;
};

/// How the delivery of a kind of course is reported. Since 0.1.
struct DeliveryMode {
    std::string identifier;
    std::string predominant;
};

/// What the statutory files take as given for every row; one record, key "default". Since 0.1.
struct ReportingDefaults {
    Id<ReportingDefaults> id;
    std::int64_t version = 0;
    std::string key;
    std::string funding_source;
    DeliveryMode with_dates;
    DeliveryMode duration_of_use;
    DeliveryMode without_delivery;
};

}  // namespace provost::organisation

PROVOST_DESCRIBE(provost::organisation::Provider, record, "provider", "A training organisation that offers courses.",
                 PROVOST_INDEXES({"key", true, {"key"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(key, "What imports call it.").required().key(),
                 PROVOST_FIELD(identifier, "Training organisation identifier (TOID).").at_most(10),
                 PROVOST_FIELD(name, "Name.").required().at_most(100).line(),
                 PROVOST_FIELD(type, "Training organisation type identifier.").at_most(2),
                 PROVOST_FIELD(address_first_line, "First line of the address.").at_most(50).line(),
                 PROVOST_FIELD(address_second_line, "Second line of the address.").at_most(50).line(),
                 PROVOST_FIELD(suburb, "Suburb, locality or town.").at_most(50).line(),
                 PROVOST_FIELD(postcode, "Postcode.").at_most(4), PROVOST_FIELD(state, "State identifier.").at_most(2),
                 PROVOST_FIELD(contact_name, "Person to ask about the files.").at_most(60).personal().line(),
                 PROVOST_FIELD(telephone, "Telephone number.").at_most(20),
                 PROVOST_FIELD(facsimile, "Facsimile number.").at_most(20),
                 PROVOST_FIELD(email, "Email address.").at_most(80).line(),
                 PROVOST_FIELD(show_progress,
                               "Whether participants see their progress, whatever the course room says."));

PROVOST_DESCRIBE(provost::organisation::Location, record, "location", "A place where training is delivered.",
                 PROVOST_INDEXES({"key", true, {"key"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(key, "What imports call it.").required().key(),
                 PROVOST_FIELD(identifier, "Delivery location identifier of the statutory files.").at_most(10),
                 PROVOST_FIELD(name, "Name.").required().at_most(100).line(),
                 PROVOST_FIELD(suburb, "Suburb, locality or town.").at_most(50).line(),
                 PROVOST_FIELD(postcode, "Postcode.").at_most(4), PROVOST_FIELD(state, "State identifier.").at_most(2),
                 PROVOST_FIELD(country, "Country identifier (SACC).").at_most(4),
                 PROVOST_FIELD(zone, "IANA name of the time zone.").required().zone());

PROVOST_DESCRIBE(provost::organisation::DeliveryMode, document, "delivery_mode",
                 "How the delivery of a kind of course is reported.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(identifier, "Delivery mode identifier, for example YNN.").at_most(3),
                 PROVOST_FIELD(predominant, "Predominant delivery mode: I, E, W or N.").at_most(1));

PROVOST_DESCRIBE(provost::organisation::ReportingDefaults, record, "reporting_defaults",
                 "What the statutory files take as given for every row.", PROVOST_INDEXES({"key", true, {"key"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(key, "Always \"default\".").required().at_most(40),
                 PROVOST_FIELD(funding_source, "Funding source - national.").at_most(2),
                 PROVOST_FIELD(with_dates, "Courses with a start and an end."),
                 PROVOST_FIELD(duration_of_use, "Courses that last a while from each learner's start."),
                 PROVOST_FIELD(without_delivery, "Recognition and credit transfer."));
