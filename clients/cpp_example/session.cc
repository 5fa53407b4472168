#include "session.h"

using namespace std::chrono_literals;
using voronka::crm::v1::LoginRequest;
using voronka::crm::v1::LoginResponse;
using voronka::crm::v1::RefreshSessionRequest;
using voronka::crm::v1::SessionService;

namespace {

// An access token is valid for 15 minutes.
constexpr auto kRenewAfter = 10min;
constexpr auto kPatience = 20s;

}  // namespace

Session::Session(const std::shared_ptr<grpc::Channel>& crm) : service_(SessionService::NewStub(crm)) {}

grpc::Status Session::LogIn(const std::string& login, const std::string& password, const std::string& device) {
  LoginRequest request;
  request.set_login(login);
  request.set_password(password);
  request.set_client(device);
  grpc::ClientContext context;
  context.AddMetadata("accept-language", "ru");
  context.set_wait_for_ready(true);
  context.set_deadline(std::chrono::system_clock::now() + kPatience);
  const std::lock_guard lock(mutex_);
  renew_at_ = std::chrono::steady_clock::now() + kRenewAfter;
  return service_->Login(&context, request, &tokens_);
}

std::string Session::user_name() {
  const std::lock_guard lock(mutex_);
  return tokens_.user().display_name();
}

void Session::Authorize(grpc::ClientContext& context) {
  const std::lock_guard lock(mutex_);
  if (std::chrono::steady_clock::now() > renew_at_) RenewLocked();
  context.AddMetadata("authorization", "Bearer " + tokens_.access_token());
  context.AddMetadata("accept-language", "ru");
}

grpc::Status Session::Renew() {
  const std::lock_guard lock(mutex_);
  return RenewLocked();
}

// The refresh token works once; the answer brings the next one. A lost answer may be asked for again for 30 s.
grpc::Status Session::RenewLocked() {
  RefreshSessionRequest request;
  request.set_refresh_token(tokens_.refresh_token());
  LoginResponse renewed;
  grpc::ClientContext context;
  context.set_wait_for_ready(true);
  context.set_deadline(std::chrono::system_clock::now() + kPatience);
  const grpc::Status status = service_->RefreshSession(&context, request, &renewed);
  if (!status.ok()) return status;
  tokens_ = renewed;
  renew_at_ = std::chrono::steady_clock::now() + kRenewAfter;
  return status;
}
