#include "crm_service/fields/rights/field_veil.h"

#include <utility>

#include "crm_service/people/access/access_rules.h"
#include "foundation/storage/connection.h"
#include "foundation/storage/stored_message.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::crm {

using google::protobuf::Message;
using options::v1::Role;

namespace {

constexpr std::chrono::seconds kKept(5);
// Then those that are due are dropped.
constexpr size_t kMostAccounts = 10'000;

std::map<Role, HiddenFields> HiddenByRole(storage::Connection& db, int64_t account_id) {
  std::map<Role, HiddenFields> hidden;
  for (const auto& row : db.Query("SELECT definition FROM field_sets WHERE account_id = ?", account_id)) {
    const auto field_set = storage::Stored<v1::FieldSet>(row.Text(0));
    for (const auto role : kRolesThatMayBeLimited) AddHidden(role, field_set, hidden[role]);
  }
  return hidden;
}

// Whoever changes fields is answered with one of these.
bool TellsOfFields(const Message& answer) {
  const auto* type = answer.GetDescriptor();
  return type == v1::FieldSet::descriptor() || type == v1::ConfigurationPlan::descriptor();
}

}  // namespace

void FieldVeil::Hide(storage::Connection& db, const rpc::Caller& caller, Message& answer) {
  if (TellsOfFields(answer)) Forget(caller.account_id);
  crm::Hide(HiddenFrom(db, caller), answer);
}

HiddenFields FieldVeil::HiddenFrom(storage::Connection& db, const rpc::Caller& caller) {
  if (!MayBeLimited(caller.role)) return {};
  const auto now = Clock::now();
  {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(caller.account_id);
    if (found != known_.end() && now < found->second.until) return found->second.by_role[caller.role];
  }
  Known read{now + kKept, HiddenByRole(db, caller.account_id)};
  auto hidden = read.by_role[caller.role];
  Keep(caller.account_id, std::move(read));
  return hidden;
}

void FieldVeil::Keep(int64_t account_id, Known known) {
  const std::lock_guard lock(mutex_);
  if (known_.size() >= kMostAccounts) {
    std::erase_if(known_, [now = Clock::now()](const auto& each) { return each.second.until <= now; });
  }
  known_.insert_or_assign(account_id, std::move(known));
}

void FieldVeil::Forget(int64_t account_id) {
  const std::lock_guard lock(mutex_);
  known_.erase(account_id);
}

}  // namespace voronka::crm
