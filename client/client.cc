#include "client/client.h"

#include <fmt/format.h>
#include <grpcpp/client_context.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/impl/codegen/proto_utils.h>

#include <future>
#include <stdexcept>
#include <thread>

#include "client/repetition.h"
#include "client/request_id.h"
#include "foundation/process/span.h"

namespace voronka::client {
namespace {

using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

// The program chooses the types, the descriptors define the method: a mismatch is a bug in the program.
void CheckTypes(const MethodDescriptor& method, const Message& request, const Message& response, bool streams) {
  if (method.input_type() == request.GetDescriptor() && method.output_type() == response.GetDescriptor() &&
      method.server_streaming() == streams) {
    return;
  }
  throw std::logic_error(fmt::format("{} does not answer {} with {}{}", method.full_name(),
                                     request.GetDescriptor()->name(), streams ? "a stream of " : "",
                                     response.GetDescriptor()->name()));
}

std::unique_ptr<Message> WithRequestId(const Message& request) {
  std::unique_ptr<Message> named(request.New());
  named->CopyFrom(request);
  FillRequestId(*named);
  return named;
}

}  // namespace

Client::Client(const Channels& channels, std::unique_ptr<Identity> identity)
    : channels_(channels), identity_(std::move(identity)) {}

void Client::Call(const MethodDescriptor& method, const Message& request, Message& response,
                  const CallOptions& options) {
  CheckTypes(method, request, response, false);
  const auto named = WithRequestId(request);
  const Deadline deadline = std::chrono::system_clock::now() + options.timeout;
  for (int repeats = 0;; ++repeats) {
    try {
      return CallOnce(method, *named, response, deadline);
    } catch (const CallFailed& failure) {
      const auto pause = options.repeat ? PauseBeforeRepeating(failure, repeats) : std::nullopt;
      if (!pause || std::chrono::system_clock::now() + *pause >= deadline) throw;
      std::this_thread::sleep_for(*pause);
    }
  }
}

void Client::CallOnce(const MethodDescriptor& method, const Message& request, Message& response, Deadline deadline) {
  Metadata credentials = CredentialsFor(method);
  grpc::Status status = Ask(method, request, response, deadline, credentials);
  const bool refused = status.error_code() == grpc::StatusCode::UNAUTHENTICATED && !IsPublic(method);
  if (refused && identity_->Replace(credentials)) {
    status = Ask(method, request, response, deadline, CredentialsFor(method));
  }
  if (!status.ok()) throw CallFailed(method, status);
}

grpc::Status Client::Ask(const MethodDescriptor& method, const Message& request, Message& response, Deadline deadline,
                         const Metadata& credentials) {
  grpc::ClientContext context;
  context.set_deadline(deadline);
  Introduce(credentials, context);
  response.Clear();
  std::promise<grpc::Status> answer;
  grpc::TemplatedGenericStub<Message, Message> stub(channels_.For(method));
  stub.UnaryCall(&context, PathOf(method), {}, &request, &response,
                 [&answer](grpc::Status status) { answer.set_value(std::move(status)); });
  return answer.get_future().get();
}

std::unique_ptr<StreamReader> Client::Open(const MethodDescriptor& method, const Message& request,
                                           const Message& prototype, const StreamOptions& options) {
  CheckTypes(method, request, prototype, true);
  auto context = std::make_unique<grpc::ClientContext>();
  if (options.timeout.count() > 0) context->set_deadline(std::chrono::system_clock::now() + options.timeout);
  const Metadata credentials = CredentialsFor(method);
  Introduce(credentials, *context);
  auto refused = [identity = identity_, credentials] { identity->Replace(credentials); };
  return std::make_unique<StreamReader>(channels_.For(method), method, std::move(context), request, prototype,
                                        std::move(refused));
}

Metadata Client::CredentialsFor(const MethodDescriptor& method) {
  return IsPublic(method) ? identity_->PublicMetadata() : identity_->Credentials();
}

void Client::Introduce(const Metadata& credentials, grpc::ClientContext& context) const {
  if (!locale_.empty()) context.AddMetadata("accept-language", locale_);
  if (const auto* trace = process::CurrentTrace()) {
    context.AddMetadata(process::kTraceParent, process::TraceParentOf(trace->context));
  }
  for (const auto& [name, value] : credentials) context.AddMetadata(name, value);
}

}  // namespace voronka::client
