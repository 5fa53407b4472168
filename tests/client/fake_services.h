#pragma once

#include <functional>

#include "tests/client/test_server.h"
#include "voronka/crm/v1/deal.grpc.pb.h"
#include "voronka/crm/v1/session.grpc.pb.h"
#include "voronka/notifier/v1/notification.grpc.pb.h"

namespace voronka::client {

// Services whose answers are set by the test.

struct FakeDeals final : crm::v1::DealService::Service {
  grpc::Status MoveDeal(grpc::ServerContext* context, const crm::v1::MoveDealRequest* request,
                        crm::v1::Deal* response) override {
    return move(*context, *request, *response);
  }
  grpc::Status GetDeal(grpc::ServerContext* context, const crm::v1::GetDealRequest* request,
                       crm::v1::Deal* response) override {
    return get(*context, *request, *response);
  }
  std::function<grpc::Status(grpc::ServerContext&, const crm::v1::MoveDealRequest&, crm::v1::Deal&)> move;
  std::function<grpc::Status(grpc::ServerContext&, const crm::v1::GetDealRequest&, crm::v1::Deal&)> get;
};

struct FakeSessions final : crm::v1::SessionService::Service {
  grpc::Status Login(grpc::ServerContext* context, const crm::v1::LoginRequest* request,
                     crm::v1::LoginResponse* response) override {
    return login(*context, *request, *response);
  }
  grpc::Status RefreshSession(grpc::ServerContext*, const crm::v1::RefreshSessionRequest* request,
                              crm::v1::LoginResponse* response) override {
    return refresh(*request, *response);
  }
  grpc::Status Logout(grpc::ServerContext*, const crm::v1::LogoutRequest*, google::protobuf::Empty*) override {
    return logout_status;
  }
  std::function<grpc::Status(grpc::ServerContext&, const crm::v1::LoginRequest&, crm::v1::LoginResponse&)> login;
  std::function<grpc::Status(const crm::v1::RefreshSessionRequest&, crm::v1::LoginResponse&)> refresh;
  grpc::Status logout_status;
};

struct FakeInbox final : notifier::v1::InboxService::Service {
  using Writer = grpc::ServerWriter<notifier::v1::SubscribeResponse>;

  grpc::Status Subscribe(grpc::ServerContext* context, const notifier::v1::SubscribeRequest* request,
                         Writer* writer) override {
    return subscribe(*context, *request, *writer);
  }
  std::function<grpc::Status(grpc::ServerContext&, const notifier::v1::SubscribeRequest&, Writer&)> subscribe;
};

inline notifier::v1::SubscribeResponse Bookmark(const std::string& cursor) {
  notifier::v1::SubscribeResponse response;
  response.mutable_bookmark();
  response.set_cursor(cursor);
  return response;
}

}  // namespace voronka::client
