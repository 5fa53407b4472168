#include "distribution_service/crm/directory.h"

#include <chrono>

#include "client/service_clients.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/user.pb.h"

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

std::optional<Pipeline> CrmDirectory::FindPipeline(int64_t account_id, const std::string& key_or_id) {
  crm::v1::GetPipelineRequest request;
  request.set_pipeline(key_or_id);
  try {
    return clients_.For(account_id).Call<Pipeline>(request, kDirectoryCall);
  } catch (const CallFailed& failure) {
    if (failure.code() != grpc::StatusCode::NOT_FOUND) throw CrmUnavailable();
    return std::nullopt;
  }
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

Users CrmDirectory::AllUsers(int64_t account_id) {
  crm::v1::ListUsersRequest request;
  request.set_page_size(kDirectoryPage);
  Users users;
  try {
    do {
      const auto page = clients_.For(account_id).Call<crm::v1::ListUsersResponse>(request, kDirectoryCall);
      for (const auto& user : page.users()) users.insert(user.id());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
  } catch (const CallFailed&) {
    throw CrmUnavailable();
  }
  return users;
}

}  // namespace voronka::distribution
