#include "tests/system/flood.h"

#include <grpcpp/client_context.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/impl/codegen/proto_utils.h>

#include "client/methods.h"

namespace voronka::testing {
namespace {

using google::protobuf::Message;
using std::chrono::steady_clock;
using Stub = grpc::TemplatedGenericStub<Message, Message>;

constexpr std::chrono::seconds kTimeout(30);

}  // namespace

struct Flood::Call {
  std::unique_ptr<Message> request;
  std::unique_ptr<Message> response;
  grpc::ClientContext context;
  steady_clock::time_point began;
};

void Flood::Answers::Add(const Answers& more) {
  served.insert(served.end(), more.served.begin(), more.served.end());
  refused.insert(refused.end(), more.refused.begin(), more.refused.end());
  failed.insert(failed.end(), more.failed.begin(), more.failed.end());
  failures.insert(failures.end(), more.failures.begin(), more.failures.end());
  if (!more.refused.empty()) refusal = more.refusal;
}

std::vector<std::chrono::microseconds> Flood::Answers::All() const {
  auto all = served;
  all.insert(all.end(), refused.begin(), refused.end());
  all.insert(all.end(), failed.begin(), failed.end());
  return all;
}

Flood::Flood(const client::Channels& channels, client::Identity& caller, Request request, int in_flight)
    : channels_(channels), caller_(caller), request_(std::move(request)) {
  for (int call = 0; call < in_flight; ++call) Begin();
}

Flood::Answers Flood::End() {
  std::unique_lock lock(mutex_);
  ending_ = true;
  changed_.wait(lock, [this] { return in_flight_ == 0; });
  return answers_;
}

void Flood::Begin() {
  auto call = std::make_shared<Call>();
  {
    const std::lock_guard lock(mutex_);
    if (ending_) return;
    call->request = request_(begun_++);
    ++in_flight_;
  }
  const auto& method = client::MethodTaking(*call->request->GetDescriptor());
  const auto& types = *google::protobuf::MessageFactory::generated_factory();
  call->response.reset(const_cast<google::protobuf::MessageFactory&>(types).GetPrototype(method.output_type())->New());
  for (const auto& [name, value] : caller_.Credentials()) call->context.AddMetadata(name, value);
  call->context.set_deadline(std::chrono::system_clock::now() + kTimeout);
  call->began = steady_clock::now();
  Stub(channels_.For(method))
      .UnaryCall(&call->context, client::PathOf(method), {}, call->request.get(), call->response.get(),
                 [this, call](const grpc::Status& status) { Take(*call, status); });
}

void Flood::Take(const Call& call, const grpc::Status& status) {
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - call.began);
  {
    const std::lock_guard lock(mutex_);
    if (status.ok()) {
      answers_.served.push_back(took);
    } else if (status.error_code() == grpc::StatusCode::RESOURCE_EXHAUSTED) {
      answers_.refused.push_back(took);
      answers_.refusal = status;
    } else {
      answers_.failed.push_back(took);
      answers_.failures.push_back(status.error_message());
    }
  }
  Begin();
  const std::lock_guard lock(mutex_);
  --in_flight_;
  changed_.notify_all();
}

}  // namespace voronka::testing
