#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "crm_service/fields/filters/filter_plan.h"
#include "crm_service/people/access/sight.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::crm {

// What filters ask of contacts, or of companies, that no message says: whether they have open deals, and these tasks,
// among the deals that the caller sees; whether a contact has an open task without a deal; whether their responsible
// user is disabled.
class ClientFacts {
 public:
  ClientFacts(rpc::Session& session, v1::Entity kind, FilterPlan& plan);

  void Read(const std::vector<int64_t>& client_ids);
  // Nothing: `key` is no such fact.
  std::optional<bool> Find(const std::string& key, int64_t client_id, int64_t responsible_user_id) const;

 private:
  // Those that have a deal of which `condition` is true; its tables are `d` and what `joined` adds.
  std::unordered_set<int64_t> Having(const std::string& joined, const std::string& condition, int state,
                                     const std::vector<int64_t>& client_ids);
  // Those that have an open task without a deal, which goes by its assignee.
  std::unordered_set<int64_t> WithTaskOfNoDeal(const std::vector<int64_t>& contact_ids);
  bool Asks(const std::string& key) const { return plan_.Names(word_ + "." + key); }

  rpc::Session& session_;
  const FilterPlan& plan_;
  const std::string word_;
  const Sight deals_;
  std::unordered_set<int64_t> disabled_;
  std::unordered_set<int64_t> with_deal_;
  std::unordered_set<int64_t> with_task_;
};

}  // namespace voronka::crm
