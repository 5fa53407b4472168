#include "tests/gateway/served/backend.h"

#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server_builder.h>

#include <atomic>

namespace voronka::testing {
namespace {

using grpc::ByteBuffer;

constexpr char kHealth[] = "/grpc.health.v1.Health/Check";
// grpc.health.v1.HealthCheckResponse with the status SERVING.
constexpr char kServing[] = "\x08\x01";

ByteBuffer ToBuffer(const std::string& bytes) {
  const grpc::Slice slice(bytes);
  return {&slice, 1};
}

std::string ToString(const ByteBuffer& buffer) {
  grpc::Slice slice;
  if (!buffer.Valid() || !buffer.DumpToSingleSlice(&slice).ok()) return "";
  return {reinterpret_cast<const char*>(slice.begin()), slice.size()};
}

}  // namespace

// Deletes itself.
class Backend::Call final : public grpc::ServerGenericBidiReactor {
 public:
  Call(Backend& backend, grpc::GenericCallbackServerContext& context) : backend_(backend), context_(context) {
    StartRead(&incoming_);
  }

  // Ends the call when it waits, or as soon as it does.
  void Release() {
    released_ = true;
    if (waits_) End(reply_.status);
  }

 private:
  void OnReadDone(bool ok) override {
    if (!ok) return End({grpc::StatusCode::INTERNAL, "the call has no message"});
    Received received{context_.method(), {}, ToString(incoming_), context_.deadline()};
    for (const auto& [name, value] : context_.client_metadata()) {
      received.metadata.emplace_back(std::string(name.data(), name.size()), std::string(value.data(), value.size()));
    }
    reply_ = backend_.ReplyTo(received);
    for (const auto& [name, value] : reply_.headers) context_.AddInitialMetadata(name, value);
    for (const auto& [name, value] : reply_.trailers) context_.AddTrailingMetadata(name, value);
    GoOn();
  }

  void GoOn() {
    if (next_ == reply_.messages.size() && reply_.then == Reply::Then::kGoesOn) --next_;
    if (next_ < reply_.messages.size()) {
      outgoing_ = ToBuffer(reply_.messages[next_++]);
      StartWrite(&outgoing_);
    } else if (reply_.then == Reply::Then::kEnds) {
      End(reply_.status);
    } else {
      Wait();
    }
  }

  void Wait() {
    if (reply_.messages.empty()) StartSendInitialMetadata();
    waits_ = true;
    if (released_) End(reply_.status);
  }

  void OnWriteDone(bool ok) override {
    if (!ok) return End(grpc::Status::CANCELLED);
    {
      const std::lock_guard lock(backend_.mutex_);
      ++backend_.sent_;
    }
    GoOn();
  }

  void OnCancel() override {
    {
      const std::lock_guard lock(backend_.mutex_);
      ++backend_.cancelled_;
    }
    if (reply_.then == Reply::Then::kWaits) End(grpc::Status::CANCELLED);
  }

  void OnDone() override {
    {
      const std::lock_guard lock(backend_.mutex_);
      backend_.under_way_.erase(this);
    }
    delete this;
  }

  void End(const grpc::Status& status) {
    if (!ended_.exchange(true)) Finish(status);
  }

  Backend& backend_;
  grpc::GenericCallbackServerContext& context_;
  ByteBuffer incoming_;
  ByteBuffer outgoing_;
  Reply reply_;
  size_t next_ = 0;
  std::atomic<bool> waits_ = false;
  std::atomic<bool> released_ = false;
  std::atomic<bool> ended_ = false;
};

std::string Received::Metadatum(const std::string& name) const {
  for (const auto& [key, value] : metadata) {
    if (key == name) return value;
  }
  return "";
}

Backend::Backend(Behaviour behaviour) : behaviour_(std::move(behaviour)) {
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
  builder.RegisterCallbackGenericService(this);
  server_ = builder.BuildAndStart();
}

Backend::~Backend() { server_->Shutdown(std::chrono::system_clock::now()); }

std::string Backend::address() const { return "127.0.0.1:" + std::to_string(port_); }

void Backend::Behave(Behaviour behaviour) {
  const std::lock_guard lock(mutex_);
  behaviour_ = std::move(behaviour);
}

void Backend::Release() {
  const std::lock_guard lock(mutex_);
  for (Call* call : under_way_) call->Release();
}

Received Backend::last() const {
  const std::lock_guard lock(mutex_);
  return last_;
}

int64_t Backend::calls() const {
  const std::lock_guard lock(mutex_);
  return calls_;
}

int64_t Backend::under_way() const {
  const std::lock_guard lock(mutex_);
  return static_cast<int64_t>(under_way_.size());
}

int64_t Backend::cancelled() const {
  const std::lock_guard lock(mutex_);
  return cancelled_;
}

int64_t Backend::sent() const {
  const std::lock_guard lock(mutex_);
  return sent_;
}

grpc::ServerGenericBidiReactor* Backend::CreateReactor(grpc::GenericCallbackServerContext* context) {
  auto* call = new Call(*this, *context);
  const std::lock_guard lock(mutex_);
  under_way_.insert(call);
  return call;
}

Reply Backend::ReplyTo(const Received& received) {
  if (received.method == kHealth) return {.messages = {kServing}};
  const std::lock_guard lock(mutex_);
  last_ = received;
  ++calls_;
  return behaviour_(received);
}

}  // namespace voronka::testing
