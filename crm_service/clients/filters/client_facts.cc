#include "crm_service/clients/filters/client_facts.h"

#include <fmt/format.h>

#include "crm_service/fields/filters/disabled_users.h"
#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {

using storage::Value;
using v1::Deal;

ClientFacts::ClientFacts(rpc::Session& session, v1::Entity kind, FilterPlan& plan)
    : session_(session),
      plan_(plan),
      word_(kind == v1::ENTITY_CONTACT ? "contact" : "company"),
      deals_(SightOf(session, v1::ENTITY_DEAL)) {
  if (!Asks("responsible_disabled")) return;
  const auto users = DisabledUsers(session);
  disabled_.insert(users.begin(), users.end());
  if (MustBeYes(plan.constraints(), word_ + ".responsible_disabled")) {
    plan.NarrowToUsers(word_ + ".responsible_user_id", users);
  }
}

void ClientFacts::Read(const std::vector<int64_t>& client_ids) {
  if (Asks("has_open_deal")) with_deal_ = Having("", "d.state = ?", Deal::STATE_OPEN, client_ids);
  if (Asks("has_open_task")) {
    with_task_ =
        Having(" STRAIGHT_JOIN tasks t FORCE INDEX (tasks_of_deal) ON t.account_id = d.account_id AND t.deal_id = d.id",
               "t.state = ?", v1::Task::STATE_OPEN, client_ids);
    if (word_ == "contact") with_task_.merge(WithTaskOfNoDeal(client_ids));
  }
}

std::optional<bool> ClientFacts::Find(const std::string& key, int64_t client_id, int64_t responsible_user_id) const {
  if (key == "has_open_deal") return with_deal_.contains(client_id);
  if (key == "has_open_task") return with_task_.contains(client_id);
  if (key == "responsible_disabled") return disabled_.contains(responsible_user_id);
  return std::nullopt;
}

std::unordered_set<int64_t> ClientFacts::Having(const std::string& joined, const std::string& condition, int state,
                                                const std::vector<int64_t>& client_ids) {
  std::string sql =
      fmt::format("SELECT DISTINCT d.{0}_id FROM deals d FORCE INDEX (deals_by_{0}){1} WHERE d.account_id = ? AND {2}",
                  word_, joined, condition);
  std::vector<Value> values{session_.account_id(), state};
  AddOwners(deals_.owners(), "d.responsible_user_id", sql, values);
  std::unordered_set<int64_t> having;
  // Read as deals, which have the column.
  for (const auto& deal : storage::SelectByIds<Deal>(session_.db, sql + fmt::format(" AND d.{}_id IN ({{ids}})", word_),
                                                     values, client_ids)) {
    having.insert(word_ == "contact" ? deal.contact_id() : deal.company_id());
  }
  return having;
}

std::unordered_set<int64_t> ClientFacts::WithTaskOfNoDeal(const std::vector<int64_t>& contact_ids) {
  std::string sql =
      "SELECT DISTINCT t.contact_id FROM tasks t FORCE INDEX (tasks_of_contact) "
      "WHERE t.account_id = ? AND t.state = ? AND t.deal_id = 0";
  std::vector<Value> values{session_.account_id(), v1::Task::STATE_OPEN};
  AddOwners(deals_.owners(), "t.assignee_user_id", sql, values);
  std::unordered_set<int64_t> having;
  for (const auto& task :
       storage::SelectByIds<v1::Task>(session_.db, sql + " AND t.contact_id IN ({ids})", values, contact_ids)) {
    having.insert(task.contact_id());
  }
  return having;
}

}  // namespace voronka::crm
