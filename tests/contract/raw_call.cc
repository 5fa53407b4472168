#include "tests/contract/raw_call.h"

#include <fmt/format.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/support/client_callback.h>

#include <algorithm>
#include <chrono>

#include "client/methods.h"
#include "client/status_name.h"

namespace voronka::testing {
namespace {

using grpc::ByteBuffer;

constexpr std::chrono::seconds kPatience(60);

ByteBuffer ToBuffer(const std::string& bytes) {
  const grpc::Slice slice(bytes);
  return ByteBuffer(&slice, 1);
}

std::string ToString(const ByteBuffer& buffer) {
  grpc::Slice slice;
  if (!buffer.Valid() || !buffer.DumpToSingleSlice(&slice).ok()) return "";
  return {reinterpret_cast<const char*>(slice.begin()), slice.size()};
}

// Handles both kinds of calls: one request, any number of responses. Deletes itself.
class RawCall final : public grpc::ClientBidiReactor<ByteBuffer, ByteBuffer> {
 public:
  RawCall(const std::shared_ptr<grpc::Channel>& channel, const Method& method, const std::string& bytes)
      : stub_(channel), method_(method), request_(ToBuffer(bytes)) {
    context_.set_deadline(std::chrono::system_clock::now() + kPatience);
  }

  std::future<Answer> Begin(const client::Metadata& metadata) {
    for (const auto& [name, value] : metadata) context_.AddMetadata(name, value);
    std::future<Answer> answer = answer_.get_future();
    stub_.PrepareBidiStreamingCall(&context_, client::PathOf(method_), {}, this);
    StartWriteLast(&request_, {});
    StartRead(&response_);
    StartCall();
    return answer;
  }

 private:
  void OnReadDone(bool ok) override {
    answered_ = ok;
    if (ok && !IsUnary(method_)) context_.TryCancel();
  }

  void OnDone(const grpc::Status& status) override {
    const bool stream_gave = answered_ && !IsUnary(method_);
    answer_.set_value(Answer(method_, stream_gave ? grpc::Status::OK : status, ToString(response_)));
    delete this;
  }

  grpc::GenericStub stub_;
  const Method& method_;
  grpc::ClientContext context_;
  ByteBuffer request_;
  ByteBuffer response_;
  bool answered_ = false;
  std::promise<Answer> answer_;
};

}  // namespace

Answer::Answer(const Method& method, const grpc::Status& status, std::string bytes)
    : code_(status.error_code()), bytes_(std::move(bytes)) {
  if (!status.ok()) failure_.emplace(method, status);
}

bool Answer::Names(const std::string& path, const std::string& reason) const {
  if (!failure_) return false;
  const auto& violations = failure_->field_violations();
  return std::any_of(violations.begin(), violations.end(), [&](const auto& violation) {
    return violation.field() == path && (reason.empty() || violation.reason() == reason);
  });
}

int Answer::hidden() const {
  const auto more = failure_ ? failure_->metadata("more_violations") : "";
  return more.empty() ? 0 : std::stoi(more);
}

std::string Answer::Told() const {
  if (!failure_) return "OK";
  std::string told = fmt::format("{} {}", client::StatusName(code_), failure_->reason());
  for (const auto& violation : failure_->field_violations()) {
    told += fmt::format(" [{}: {}]", violation.field(), violation.reason());
  }
  return told + " " + failure_->message();
}

std::future<Answer> Send(const std::shared_ptr<grpc::Channel>& channel, const Method& method, const std::string& bytes,
                         const client::Metadata& metadata) {
  return (new RawCall(channel, method, bytes))->Begin(metadata);
}

}  // namespace voronka::testing
