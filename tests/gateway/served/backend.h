#pragma once

#include <grpcpp/generic/async_generic_service.h>
#include <grpcpp/server.h>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "client/identity.h"

namespace voronka::testing {

// A call that a backend received.
struct Received {
  // For example `/voronka.crm.v1.DealService/GetDeal`.
  std::string method;
  client::Metadata metadata;
  std::string request;
  std::chrono::system_clock::time_point deadline;

  // The first with that name; empty if there is none.
  std::string Metadatum(const std::string& name) const;
};

// What the backend does with a call.
struct Reply {
  client::Metadata headers = {};
  client::Metadata trailers = {};
  std::vector<std::string> messages = {};
  enum class Then {
    kEnds,
    // Sends nothing more until Backend::Release.
    kWaits,
    // Sends the last message again and again.
    kGoesOn,
  } then = Then::kEnds;
  grpc::Status status = grpc::Status::OK;
};

// A gRPC server that has every method, and does what a test tells it to.
class Backend final : private grpc::CallbackGenericService {
 public:
  using Behaviour = std::function<Reply(const Received&)>;

  explicit Backend(Behaviour behaviour);
  ~Backend() override;

  std::string address() const;
  // Applies to later calls.
  void Behave(Behaviour behaviour);
  // Ends the calls that wait, now or later.
  void Release();

  // The last call, not counting health checks.
  Received last() const;
  int64_t calls() const;
  int64_t under_way() const;
  int64_t cancelled() const;
  // Messages that gRPC has accepted for sending.
  int64_t sent() const;

 private:
  class Call;

  grpc::ServerGenericBidiReactor* CreateReactor(grpc::GenericCallbackServerContext* context) override;
  Reply ReplyTo(const Received& received);

  mutable std::mutex mutex_;
  Behaviour behaviour_;
  Received last_;
  int64_t calls_ = 0;
  int64_t cancelled_ = 0;
  int64_t sent_ = 0;
  std::set<Call*> under_way_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

}  // namespace voronka::testing
