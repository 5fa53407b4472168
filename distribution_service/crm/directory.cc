#include "distribution_service/crm/directory.h"

#include <chrono>

#include "client/service_clients.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/account.pb.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::distribution {
namespace {

using client::CallFailed;
using crm::v1::Pipeline;

// The caller's transaction is open meanwhile, and the database ends an idle one after 5 s.
constexpr client::CallOptions kDirectoryCall = {.timeout = std::chrono::milliseconds(1500)};
constexpr int kDirectoryPage = 1000;

rpc::Error CrmUnavailable() {
  rpc::Error error(rpc::Code::kUnavailable, {"CRM_UNAVAILABLE",
                                             "",
                                             {"crm_service does not answer now; repeat with the same request_id.",
                                              "Сервис сделок сейчас не отвечает; повторите с тем же request_id."}});
  return error.RetryAfter(std::chrono::seconds(1));
}

}  // namespace

std::vector<crm::v1::Queue> CrmDirectory::QueuesOf(int64_t account_id) {
  crm::v1::ListQueuesRequest request;
  request.set_page_size(kDirectoryPage);
  std::vector<crm::v1::Queue> queues;
  try {
    do {
      const auto page = clients_.For(account_id).Call<crm::v1::ListQueuesResponse>(request, kDirectoryCall);
      queues.insert(queues.end(), page.queues().begin(), page.queues().end());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
  } catch (const CallFailed&) {
    throw CrmUnavailable();
  }
  return queues;
}

std::vector<crm::v1::Queue> CrmDirectory::HandOver(int64_t account_id, const std::vector<crm::v1::KeptQueue>& kept) {
  crm::v1::ImportQueuesRequest request;
  request.mutable_queues()->Assign(kept.begin(), kept.end());
  try {
    const auto response = clients_.For(account_id).Call<crm::v1::ImportQueuesResponse>(request, kDirectoryCall);
    return {response.queues().begin(), response.queues().end()};
  } catch (const CallFailed&) {
    throw CrmUnavailable();
  }
}

std::vector<int64_t> CrmDirectory::Accounts() {
  crm::v1::ListAccountsRequest request;
  std::vector<int64_t> accounts;
  try {
    do {
      const auto page = clients_.For(0).Call<crm::v1::ListAccountsResponse>(request, kDirectoryCall);
      for (const auto& account : page.accounts()) accounts.push_back(account.id());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
  } catch (const CallFailed&) {
    throw CrmUnavailable();
  }
  return accounts;
}

std::vector<Pipeline> CrmDirectory::AllPipelines(int64_t account_id) {
  crm::v1::ListPipelinesRequest request;
  request.set_page_size(kDirectoryPage);
  request.set_show_archived(true);
  std::vector<Pipeline> pipelines;
  try {
    do {
      const auto page = clients_.For(account_id).Call<crm::v1::ListPipelinesResponse>(request, kDirectoryCall);
      pipelines.insert(pipelines.end(), page.pipelines().begin(), page.pipelines().end());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
  } catch (const CallFailed&) {
    throw CrmUnavailable();
  }
  return pipelines;
}

std::map<int64_t, std::string> CrmDirectory::NamesOfUsers(int64_t account_id) {
  std::map<int64_t, std::string> names;
  for (const auto& user : ListUsers(account_id)) names.emplace(user.id(), user.display_name());
  return names;
}

bool CrmDirectory::LetsSee(int64_t account_id, int64_t user_id, int64_t deal_id) {
  crm::v1::ListSeenDealsRequest request;
  request.set_user_id(user_id);
  request.add_deal_ids(deal_id);
  try {
    return clients_.For(account_id).Call<crm::v1::ListSeenDealsResponse>(request, kDirectoryCall).deal_ids_size() > 0;
  } catch (const CallFailed&) {
    throw CrmUnavailable();
  }
}

std::optional<std::vector<int64_t>> CrmDirectory::SeenOwners(int64_t account_id, int64_t user_id) {
  crm::v1::ListSeenOwnersRequest request;
  request.set_user_id(user_id);
  try {
    const auto seen = clients_.For(account_id).Call<crm::v1::ListSeenOwnersResponse>(request, kDirectoryCall);
    if (seen.everybody()) return std::nullopt;
    return std::vector<int64_t>(seen.user_ids().begin(), seen.user_ids().end());
  } catch (const CallFailed&) {
    throw CrmUnavailable();
  }
}

std::vector<crm::v1::User> CrmDirectory::ListUsers(int64_t account_id) {
  crm::v1::ListUsersRequest request;
  request.set_page_size(kDirectoryPage);
  std::vector<crm::v1::User> users;
  try {
    do {
      const auto page = clients_.For(account_id).Call<crm::v1::ListUsersResponse>(request, kDirectoryCall);
      users.insert(users.end(), page.users().begin(), page.users().end());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
  } catch (const CallFailed&) {
    throw CrmUnavailable();
  }
  return users;
}

}  // namespace voronka::distribution
