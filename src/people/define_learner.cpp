// people.define_learner: one person has one login key and one client identifier.
#include "people/define_learner.hpp"

namespace provost::people {

void define_learner(const DefineLearner& request, const DefineLearnerFacts& facts, Context& context,
                    Decision& decision) {
    // 1 Has a row accepted before in the same file the same login or client identifier?
    const bool again = facts.by_login && context.repeated(facts.by_login->id);
    if (again || (facts.by_client_id && context.repeated(facts.by_client_id->id))) {
        return decision.refuse("row.duplicate"_code, {{"field", again ? "login" : "client_id"}});
    }

    // 2 A client identifier belongs to one learner.
    const bool same_person = facts.by_login && facts.by_client_id && facts.by_login->id == facts.by_client_id->id;
    if (facts.by_client_id && !same_person) {
        return decision.refuse("client-id.taken"_code,
                               {{"learner", std::to_string(facts.by_client_id->id.value)}, {"field", "client_id"}});
    }

    // 3 The record as told; the login keeps its owner's spelling.
    Learner learner = facts.by_login ? *facts.by_login : Learner{};
    if (!facts.by_login) {
        learner.id = context.ids.take<Learner>();
        learner.active.push_back({context.effective, {}});  // FIN-ACC-02
    }
    learner.login = request.login;
    learner.login_key = login_index(request.login);
    learner.client_id = request.client_id;
    learner.first_name = request.first_name;
    learner.family_name = request.family_name;
    learner.birth_date = request.birth_date;
    learner.email = request.email;
    learner.gender = request.gender;
    learner.postcode = request.postcode;
    learner.usi = request.usi;
    learner.phone = request.phone;
    learner.language = request.language;
    decision.put(std::move(learner));
}

}  // namespace provost::people
