#pragma once

#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "client/service_clients.h"
#include "foundation/process/clock.h"
#include "foundation/rpc/calls/status.h"
#include "foundation/security/key_files.h"
#include "tests/distribution_service/samples.h"
#include "tests/foundation/process/temporary_folder.h"
#include "voronka/crm/v1/account.grpc.pb.h"
#include "voronka/crm/v1/deal.grpc.pb.h"
#include "voronka/crm/v1/deal_offer.grpc.pb.h"
#include "voronka/crm/v1/pipeline.grpc.pb.h"
#include "voronka/crm/v1/queue.grpc.pb.h"
#include "voronka/crm/v1/user.grpc.pb.h"

namespace voronka::distribution {

// A system of record on a real port, with the answers that the test sets. They may throw rpc::Error.
class FakeCrm final : private crm::v1::DealService::Service,
                      private crm::v1::DealOfferService::Service,
                      private crm::v1::PipelineService::Service,
                      private crm::v1::QueueService::Service,
                      private crm::v1::AccountService::Service,
                      private crm::v1::UserService::Service {
 public:
  FakeCrm() {
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
    builder.RegisterService(static_cast<crm::v1::DealService::Service*>(this));
    builder.RegisterService(static_cast<crm::v1::DealOfferService::Service*>(this));
    builder.RegisterService(static_cast<crm::v1::PipelineService::Service*>(this));
    builder.RegisterService(static_cast<crm::v1::QueueService::Service*>(this));
    builder.RegisterService(static_cast<crm::v1::AccountService::Service*>(this));
    builder.RegisterService(static_cast<crm::v1::UserService::Service*>(this));
    server_ = builder.BuildAndStart();
    security::GenerateKeyPair(folder_ / "key.pem", folder_ / "key.pub");
    key_.set_kid("distribution");
    key_.set_private_key_file(folder_ / "key.pem");
    clients_ = std::make_unique<client::ServiceClients>(
        client::Endpoints{.addresses = {{"crm", "127.0.0.1:" + std::to_string(port_)}}, .tls = {}}, "distribution",
        key_, clock_);
  }

  client::ServiceClients& clients() { return *clients_; }

  std::function<crm::v1::Deal(const crm::v1::OfferDealRequest&)> offer;
  std::function<crm::v1::Deal(const crm::v1::ReclaimDealRequest&)> reclaim;
  std::function<crm::v1::Deal(const crm::v1::GetDealRequest&)> get;
  std::vector<crm::v1::Deal> unowned;
  std::vector<crm::v1::Deal> on_offer;
  std::vector<crm::v1::Pipeline> pipelines = {SamplePipeline()};
  std::vector<crm::v1::Queue> queues;
  // It takes over every queue that it is handed, but for these.
  std::set<int64_t> deleted_queues;
  // False: the queues cannot be listed.
  bool knows_queues = true;
  std::vector<int64_t> accounts;
  // Names by id.
  std::map<int64_t, std::string> users;
  // False: the users cannot be listed.
  bool knows_users = true;
  // Deals that every user sees.
  std::set<int64_t> seen_deals;
  // Users whose deals every user sees. Absent: everybody's.
  std::optional<std::vector<int64_t>> seen_owners;
  // Stages whose deals cannot be listed.
  std::set<std::string> broken_stages;

 private:
  template <class Answer, class Request>
  grpc::Status Respond(const Answer& answer, const Request& request, crm::v1::Deal* response) {
    try {
      *response = answer(request);
      return grpc::Status::OK;
    } catch (...) {
      std::string hidden;
      return rpc::ToStatus(rpc::AsError(std::current_exception(), &hidden), "en");
    }
  }

  grpc::Status OfferDeal(grpc::ServerContext*, const crm::v1::OfferDealRequest* request,
                         crm::v1::Deal* response) override {
    return Respond(offer, *request, response);
  }
  grpc::Status ReclaimDeal(grpc::ServerContext*, const crm::v1::ReclaimDealRequest* request,
                           crm::v1::Deal* response) override {
    return Respond(reclaim, *request, response);
  }
  grpc::Status GetDeal(grpc::ServerContext*, const crm::v1::GetDealRequest* request, crm::v1::Deal* response) override {
    return Respond(get, *request, response);
  }
  grpc::Status ListUsers(grpc::ServerContext*, const crm::v1::ListUsersRequest*,
                         crm::v1::ListUsersResponse* response) override {
    if (!knows_users) return {grpc::StatusCode::UNAVAILABLE, "not now"};
    for (const auto& [id, name] : users) {
      auto& user = *response->add_users();
      user.set_id(id);
      user.set_display_name(name);
    }
    return grpc::Status::OK;
  }
  grpc::Status ListDeals(grpc::ServerContext*, const crm::v1::ListDealsRequest* request,
                         crm::v1::ListDealsResponse* response) override {
    if (broken_stages.contains(request->stage())) return {grpc::StatusCode::NOT_FOUND, "no such stage"};
    std::vector<crm::v1::Deal> asked_for = unowned;
    if (!request->has_responsible_user_id()) asked_for.insert(asked_for.end(), on_offer.begin(), on_offer.end());
    // Newest first, two a page.
    size_t next = request->page_token().empty() ? asked_for.size() : std::stoul(request->page_token());
    for (int given = 0; given < 2 && next > 0; ++given) *response->add_deals() = asked_for[--next];
    if (next > 0) response->set_next_page_token(std::to_string(next));
    return grpc::Status::OK;
  }

  grpc::Status ListSeenDeals(grpc::ServerContext*, const crm::v1::ListSeenDealsRequest* request,
                             crm::v1::ListSeenDealsResponse* response) override {
    if (!knows_users) return {grpc::StatusCode::UNAVAILABLE, "not now"};
    for (const int64_t deal_id : request->deal_ids()) {
      if (seen_deals.contains(deal_id)) response->add_deal_ids(deal_id);
    }
    return grpc::Status::OK;
  }

  grpc::Status ListSeenOwners(grpc::ServerContext*, const crm::v1::ListSeenOwnersRequest*,
                              crm::v1::ListSeenOwnersResponse* response) override {
    if (!knows_users) return {grpc::StatusCode::UNAVAILABLE, "not now"};
    response->set_everybody(!seen_owners);
    if (seen_owners) response->mutable_user_ids()->Add(seen_owners->begin(), seen_owners->end());
    return grpc::Status::OK;
  }

  grpc::Status ListQueues(grpc::ServerContext*, const crm::v1::ListQueuesRequest*,
                          crm::v1::ListQueuesResponse* response) override {
    if (!knows_queues) return {grpc::StatusCode::UNAVAILABLE, "not now"};
    *response->mutable_queues() = {queues.begin(), queues.end()};
    return grpc::Status::OK;
  }

  grpc::Status ImportQueues(grpc::ServerContext*, const crm::v1::ImportQueuesRequest* request,
                            crm::v1::ImportQueuesResponse* response) override {
    for (const auto& kept : request->queues()) {
      if (deleted_queues.contains(kept.id())) continue;
      auto& queue = *response->add_queues();
      queue.set_id(kept.id());
      queue.set_pipeline(kept.pipeline());
      queue.set_stage(kept.stage());
      queue.set_etag(kept.etag());
    }
    return grpc::Status::OK;
  }

  grpc::Status ListAccounts(grpc::ServerContext*, const crm::v1::ListAccountsRequest*,
                            crm::v1::ListAccountsResponse* response) override {
    for (const int64_t id : accounts) response->add_accounts()->set_id(id);
    return grpc::Status::OK;
  }

  grpc::Status ListPipelines(grpc::ServerContext*, const crm::v1::ListPipelinesRequest*,
                             crm::v1::ListPipelinesResponse* response) override {
    *response->mutable_pipelines() = {pipelines.begin(), pipelines.end()};
    return grpc::Status::OK;
  }

  const process::TemporaryFolder folder_;
  const process::SystemClock clock_;
  config::v1::SigningKey key_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<client::ServiceClients> clients_;
};

}  // namespace voronka::distribution
