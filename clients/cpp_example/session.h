#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>

#include <chrono>
#include <memory>
#include <mutex>
#include <string>

#include "voronka/crm/v1/session.grpc.pb.h"

// A user who is logged in. Safe to use from every thread.
class Session {
 public:
  explicit Session(const std::shared_ptr<grpc::Channel>& crm);

  // `device` is the name that the list of the user's sessions shows.
  grpc::Status LogIn(const std::string& login, const std::string& password, const std::string& device);
  std::string user_name();

  // Adds what says who calls, with a token that is still valid.
  void Authorize(grpc::ClientContext& context);
  // After UNAUTHENTICATED: a new token with the user's current rights. If that is UNAUTHENTICATED too, the session has
  // ended: log in again.
  grpc::Status Renew();

 private:
  grpc::Status RenewLocked();

  const std::unique_ptr<voronka::crm::v1::SessionService::Stub> service_;
  std::mutex mutex_;
  voronka::crm::v1::LoginResponse tokens_;
  // By this machine's own clock, which may differ from the server's.
  std::chrono::steady_clock::time_point renew_at_;
};

// Calls a method as the user. Waits while the server restarts, for 20 s in all.
template <class Stub, class Request, class Response>
grpc::Status Call(Session& session, Stub& service,
                  grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*), const Request& request,
                  Response& response) {
  for (bool renewed = false;; renewed = true) {
    grpc::ClientContext context;
    session.Authorize(context);
    context.set_wait_for_ready(true);
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
    const grpc::Status status = (service.*method)(&context, request, &response);
    if (status.error_code() != grpc::StatusCode::UNAUTHENTICATED || renewed || !session.Renew().ok()) return status;
  }
}
