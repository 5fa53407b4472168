#include "crm_service/people/accounts/accounts.h"

#include <google/protobuf/util/time_util.h>

#include "crm_service/log/events/record.h"
#include "foundation/rpc/calls/partition.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/page.h"

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

v1::ListAccountsResponse Accounts::List(const v1::ListAccountsRequest& request) {
  const rpc::Page page(request, {0});
  v1::ListAccountsResponse response;
  page.Fill(session_.db.Select<Account>("SELECT {columns} FROM accounts WHERE id > ? ORDER BY id LIMIT ?", page.key(),
                                        page.limit()),
            response.mutable_accounts(), response.mutable_next_page_token(),
            [](const Account& account) { return std::vector<int64_t>{account.id()}; });
  return response;
}

Account Accounts::AddAs(int64_t id, Account account) {
  account.set_id(id);
  account.set_partition(rpc::PartitionOf(id));
  *account.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  account.set_etag(1);
  session_.db.Insert("accounts", {}, account);
  RecordChange(session_, id, nullptr, account);
  return account;
}

Account Accounts::Save(const Account& before, Account after) {
  after.set_etag(before.etag() + 1);
  session_.db.Update("accounts", after, "WHERE id = ?", after.id());
  RecordChange(session_, after.id(), &before, after);
  return after;
}

Account Accounts::Existing(std::optional<Account> found) const {
  if (!found) throw rpc::NotFound("account", session_.account_id());
  return *std::move(found);
}

}  // namespace voronka::crm
