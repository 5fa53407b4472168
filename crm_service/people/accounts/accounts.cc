#include "crm_service/people/accounts/accounts.h"

#include <google/protobuf/util/time_util.h>

#include "crm_service/people/accounts/account_rules.h"
#include "crm_service/people/accounts/updated.h"
#include "crm_service/log/events/record.h"
#include "foundation/rpc/error.h"
#include "foundation/rpc/page.h"
#include "foundation/rpc/partition.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using v1::Account;

Account Accounts::Get() {
  return Existing(session_.db.SelectOne<Account>("SELECT {columns} FROM accounts WHERE id = ?", session_.account_id()));
}

Account Accounts::Lock() {
  return Existing(
      session_.db.SelectOne<Account>("SELECT {columns} FROM accounts WHERE id = ? FOR UPDATE", session_.account_id()));
}

Account Accounts::Add(Account account, int64_t id) {
  FillDefaults(account);
  account.set_id(id);
  account.set_partition(rpc::PartitionOf(id));
  *account.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  account.set_etag(1);
  session_.db.Insert("accounts", {}, account);
  RecordChange(nullptr, account);
  return account;
}

Account Accounts::Update(const v1::UpdateAccountRequest& request) {
  Account before = Lock();
  std::optional<Account> after = Updated(before, request.account(), request);
  if (!after) return before;
  FillDefaults(*after);
  rpc::Violations violations;
  CheckAccount(*after, "account.", violations);
  violations.ThrowIfAny();
  session_.db.Update("accounts", *after, "WHERE id = ?", after->id());
  RecordChange(&before, *after);
  return *after;
}

v1::ListAccountsResponse Accounts::List(const v1::ListAccountsRequest& request) {
  const rpc::Page page(request, {0});
  v1::ListAccountsResponse response;
  page.Fill(session_.db.Select<Account>("SELECT {columns} FROM accounts WHERE id > ? ORDER BY id LIMIT ?", page.key(),
                                        page.limit()),
            response.mutable_accounts(), response.mutable_next_page_token(),
            [](const Account& account) { return std::vector<int64_t>{account.id()}; });
  return response;
}

Account Accounts::Existing(std::optional<Account> found) const {
  if (!found) throw rpc::NotFound("account", session_.account_id());
  return *std::move(found);
}

void Accounts::RecordChange(const Account* before, const Account& after) {
  v1::Event event;
  event.set_account_id(after.id());
  if (before != nullptr) *event.mutable_account()->mutable_before() = *before;
  *event.mutable_account()->mutable_after() = after;
  Record(session_, std::move(event));
}

}  // namespace voronka::crm
