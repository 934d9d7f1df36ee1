// Accounts: found by id number, then by login; made without a password; brought up to date.
#include "lms/moodle_batch.hpp"

#include "lms/outcomes.hpp"

namespace provost::lms {

namespace {

constexpr std::int64_t most_values = 200;  // of one look-up
constexpr std::string_view nameless = "-";

std::string name_of(const std::string& name) { return name.empty() ? std::string(nameless) : name; }

// How the account shall be: members of an account that are not told stay as they are.
struct Wanted {
    std::string email, first_name, last_name, username;
};
Wanted wanted_of(const Action& action) {
    if (!is_erased(action)) return {action.email, action.first_name, action.family_name, {}};
    // Moodle insists on an address; nothing is ever sent to this one.
    return {action.login + "@example.invalid", std::string(nameless), std::string(nameless), action.login};
}

std::string key_value(const MoodleAccount& account) { return account.key; }
std::string login_value(const MoodleAccount& account) { return username_of(account.wanted->login); }
std::string email_value(const MoodleAccount& account) { return account.wanted->email; }

void take(MoodleAccount& account, const JsonTree& user) {
    account.id = user["id"].text;
    account.username = user["username"].text;
    account.email = user["email"].text;
    account.first_name = user["firstname"].text;
    account.last_name = user["lastname"].text;
    account.id_number = user["idnumber"].text;
    account.suspended = is_true(user["suspended"]);
    account.trouble = {};
    account.was_refused = false;
}

// Moodle finds accounts by a number that it does not show, unless the site or a right lets it.
bool hides_id_numbers(const MoodleReply& reply) {
    return std::ranges::any_of(reply.body.items, [](const JsonTree& user) { return !user.has("idnumber"); });
}

void conflict(MoodleAccount& account, std::string problem) {
    account.trouble = {ErrorClass::conflict, std::move(problem), {}};
}

}  // namespace

// Moodle leaves out who is not there, and promises no order; its database may ignore case where we do not.
void MoodleBatch::look_up(std::string_view field, const std::vector<std::size_t>& accounts,
                          std::string (*value)(const MoodleAccount&),
                          void (MoodleBatch::*hits)(MoodleAccount&, const std::vector<const JsonTree*>&)) {
    Bulk bulk;
    bulk.function = "core_user_get_users_by_field";
    bulk.changes = false;
    bulk.write = [this, field = std::string(field), value](Form& form, std::size_t at, std::size_t thing) {
        if (at == 0) form.add("field", field);
        form.add("values[" + std::to_string(at) + "]", value(accounts_[thing]));
    };
    bulk.done = [this, field = std::string(field), value, hits](std::size_t, std::size_t thing,
                                                                const MoodleReply& reply) {
        MoodleAccount& account = accounts_[thing];
        if (field == "idnumber" && hides_id_numbers(reply)) {
            account.trouble = {ErrorClass::forbidden, "The account of the service may not read id numbers.", {}};
            return;
        }
        const std::string wanted = username_of(value(account));
        std::vector<const JsonTree*> found;
        for (const JsonTree& user : reply.body.items) {
            const std::string& has = user[field].text;
            if (field == "idnumber" ? has == account.key : username_of(has) == wanted) found.push_back(&user);
        }
        (this->*hits)(account, found);
    };
    bulk.refused = [this](std::size_t thing, const MoodleReply& reply) {
        if (!accounts_[thing].was_refused) accounts_[thing].trouble = Trouble::of(reply);
    };
    desk_.calls.bulk(std::move(bulk), accounts, most_values);
}

void MoodleBatch::find_accounts() {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < accounts_.size(); ++i) {
        if (!accounts_[i].key.empty()) {
            all.push_back(i);
        } else {
            accounts_[i].trouble = {ErrorClass::invalid, "An account needs an external id.", {}};
        }
    }
    look_up("idnumber", all, &key_value, &MoodleBatch::known_by_key);
}

// Id numbers of users are not unique in Moodle. The account that was known before is the learner's; else nobody can
// say.
void MoodleBatch::known_by_key(MoodleAccount& account, const std::vector<const JsonTree*>& hits) {
    for (const JsonTree* user : hits) {
        if (hits.size() == 1 || (*user)["id"].text == account.hint) return take(account, *user);
    }
    if (!hits.empty()) return conflict(account, "Several accounts have this id number.");
    if (account.wanted == nullptr) account.trouble = {ErrorClass::not_found, "There is no such account.", {}};
}

void MoodleBatch::find_logins() {
    std::vector<std::size_t> unknown;
    for (std::size_t i = 0; i < accounts_.size(); ++i) {
        MoodleAccount& account = accounts_[i];
        if (!account.id.empty() || account.trouble || is_erased(*account.wanted)) continue;
        if (account.wanted->login.empty()) {
            account.trouble = {ErrorClass::invalid, "An account needs a login.", {}};
        } else {
            unknown.push_back(i);
        }
    }
    look_up("username", unknown, &login_value, &MoodleBatch::known_by_login);
}

void MoodleBatch::known_by_login(MoodleAccount& account, const std::vector<const JsonTree*>& hits) {
    if (hits.empty()) return;
    if (!(*hits.front())["idnumber"].text.empty()) {
        return conflict(account, "Another learner's account has this login.");
    }
    if (!desk_.options.adopt_logins) return conflict(account, "An account with this login is there already.");
    take(account, *hits.front());
}

// No password is ever sent: Moodle makes one, or the login of the site does not need one.
void MoodleBatch::create_accounts() {
    std::vector<std::size_t> missing;
    for (std::size_t i = 0; i < accounts_.size(); ++i) {
        MoodleAccount& account = accounts_[i];
        if (!account.id.empty() || account.trouble || is_erased(*account.wanted)) continue;
        if (account.wanted->email.empty()) {
            account.trouble = {ErrorClass::invalid, "Moodle demands an email address.", {}};
        } else {
            missing.push_back(i);
        }
    }
    Bulk bulk;
    bulk.function = "core_user_create_users";
    bulk.write = [this](Form& form, std::size_t at, std::size_t thing) {
        const MoodleAccount& account = accounts_[thing];
        const Wanted wanted = wanted_of(*account.wanted);
        form.add(field_of("users", at, "username"), login_value(account));
        form.add(field_of("users", at, "createpassword"), 1);
        form.add(field_of("users", at, "firstname"), name_of(wanted.first_name));
        form.add(field_of("users", at, "lastname"), name_of(wanted.last_name));
        form.add(field_of("users", at, "email"), wanted.email);
        form.add(field_of("users", at, "idnumber"), account.key);
        if (!desk_.options.auth.empty()) form.add(field_of("users", at, "auth"), desk_.options.auth);
    };
    bulk.done = [this](std::size_t, std::size_t thing, const MoodleReply& reply) {
        MoodleAccount& account = accounts_[thing];
        const Wanted wanted = wanted_of(*account.wanted);
        account.username = login_value(account);
        account.email = wanted.email;
        account.first_name = name_of(wanted.first_name);
        account.last_name = name_of(wanted.last_name);
        account.id_number = account.key;
        for (const JsonTree& made : reply.body.items) {
            if (made["username"].text == account.username) account.id = made["id"].text;
        }
        account.changed = !account.id.empty();
        account.was_refused = account.id.empty();  // it fell off the end of the form
        if (account.was_refused) account.trouble = {ErrorClass::transient, "Moodle did not make the account.", {}};
    };
    bulk.refused = [this](std::size_t thing, const MoodleReply& reply) {
        accounts_[thing].trouble = Trouble::of(reply);
        accounts_[thing].was_refused = reply.of_item;
    };
    desk_.calls.bulk(std::move(bulk), missing);
}

namespace {

std::vector<std::size_t> refused_of(const std::vector<MoodleAccount>& accounts) {
    std::vector<std::size_t> refused;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        if (accounts[i].was_refused) refused.push_back(i);
    }
    return refused;
}

}  // namespace

// Refused, because it is there: somebody else made it meanwhile, or an earlier call did whose answer was lost.
void MoodleBatch::find_again() { look_up("idnumber", refused_of(accounts_), &key_value, &MoodleBatch::known_by_key); }

// Moodle says "invalid parameter" and no more; the usual causes can be looked up.
void MoodleBatch::explain_refusals() {
    const auto refused = refused_of(accounts_);
    look_up("username", refused, &login_value, &MoodleBatch::taken_login);
    look_up("email", refused, &email_value, &MoodleBatch::taken_email);
}

void MoodleBatch::taken_login(MoodleAccount& account, const std::vector<const JsonTree*>& hits) {
    if (!hits.empty()) conflict(account, "Another account has this login.");
}

void MoodleBatch::taken_email(MoodleAccount& account, const std::vector<const JsonTree*>& hits) {
    if (!hits.empty()) conflict(account, "Another account has this email address.");
}

namespace {

// The members to change, by Moodle's names. The login is the LMS's own once the account is there.
std::vector<std::pair<std::string_view, std::string>> changes_of(const MoodleAccount& account) {
    const Wanted wanted = wanted_of(*account.wanted);
    std::vector<std::pair<std::string_view, std::string>> changes;
    const auto change = [&](std::string_view name, const std::string& is, const std::string& shall) {
        if (!shall.empty() && is != shall) changes.emplace_back(name, shall);
    };
    change("username", account.username, wanted.username);
    change("firstname", account.first_name, wanted.first_name);
    change("lastname", account.last_name, wanted.last_name);
    change("email", account.email, wanted.email);
    change("idnumber", account.id_number, account.key);
    const auto& suspend = account.wanted->suspended;  // WIS-EE-08: not said, it stays as somebody set it
    if (suspend && account.suspended != *suspend) changes.emplace_back("suspended", *suspend ? "1" : "0");
    return changes;
}

}  // namespace

// Moodle changes each on its own: what it could not do stands in warnings.
void MoodleBatch::update_accounts() {
    std::vector<std::size_t> old;
    for (std::size_t i = 0; i < accounts_.size(); ++i) {
        const MoodleAccount& account = accounts_[i];
        if (!account.trouble && !account.id.empty() && account.wanted != nullptr && !changes_of(account).empty()) {
            old.push_back(i);
        }
    }
    Bulk bulk;
    bulk.function = "core_user_update_users";
    bulk.write = [this](Form& form, std::size_t at, std::size_t thing) {
        form.add(field_of("users", at, "id"), accounts_[thing].id);
        for (const auto& [name, value] : changes_of(accounts_[thing])) form.add(field_of("users", at, name), value);
    };
    bulk.done = [this](std::size_t, std::size_t thing, const MoodleReply& reply) {
        MoodleAccount& account = accounts_[thing];
        account.changed = true;
        for (const JsonTree& warning : reply.body["warnings"].items) {
            if (warning["itemid"].text != account.id) continue;
            const std::string& code = warning["warningcode"].text;
            account.trouble = {moodle_error(code).error, "Moodle did not change the account: " + words_of(code), {}};
        }
    };
    bulk.refused = [this](std::size_t thing, const MoodleReply& reply) {
        accounts_[thing].trouble = Trouble::of(reply);
    };
    desk_.calls.bulk(std::move(bulk), old);
}

}  // namespace provost::lms
