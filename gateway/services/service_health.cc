#include "gateway/services/service_health.h"

#include <grpcpp/client_context.h>
#include <grpcpp/generic/generic_stub.h>

#include <chrono>
#include <future>
#include <memory>
#include <utility>

#include "gateway/rpc/byte_buffer.h"

namespace voronka::gateway {
namespace {

using namespace std::chrono_literals;

constexpr auto kAskEvery = 1s;
constexpr auto kHealthTimeout = 1s;
constexpr const char* kHealthCheck = "/grpc.health.v1.Health/Check";
// grpc.health.v1.HealthCheckResponse with the status SERVING.
constexpr std::string_view kServing = "\x08\x01";

// One question to one service, which lives until it is answered.
struct Question {
  explicit Question(const std::shared_ptr<grpc::Channel>& channel) : stub(channel) {}

  grpc::GenericStub stub;
  grpc::ClientContext context;
  const grpc::ByteBuffer request = ToBuffer("");
  grpc::ByteBuffer response;
  std::promise<bool> answer;
};

std::future<bool> Ask(const std::shared_ptr<grpc::Channel>& channel) {
  const auto question = std::make_shared<Question>(channel);
  question->context.set_deadline(std::chrono::system_clock::now() + kHealthTimeout);
  question->stub.UnaryCall(&question->context, kHealthCheck, {}, &question->request, &question->response,
                           [question](const grpc::Status& status) {
                             question->answer.set_value(status.ok() && ToString(question->response) == kServing);
                           });
  return question->answer.get_future();
}

ServiceHealth::States AskAll(const client::Channels& channels) {
  std::map<std::string, std::future<bool>> answers;
  for (const auto& [name, channel] : channels.All()) answers.emplace(name, Ask(channel));
  ServiceHealth::States states;
  for (auto& [name, answer] : answers) states.emplace(name, answer.get());
  return states;
}

}  // namespace

ServiceHealth::ServiceHealth(const client::Channels& channels, process::Log& log, process::Metrics& metrics)
    : channels_(channels), log_(log), metrics_(metrics) {
  for (const auto& [name, channel] : channels.All()) states_.emplace(name, false);
  thread_ = std::jthread([this](const std::stop_token& stop) { Loop(stop); });
}

ServiceHealth::States ServiceHealth::Now() const {
  const std::lock_guard lock(mutex_);
  return states_;
}

void ServiceHealth::Loop(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    Note(AskAll(channels_));
    std::unique_lock lock(mutex_);
    stopped_.wait_for(lock, stop, kAskEvery, [] { return false; });
  }
}

void ServiceHealth::Note(const States& states) {
  const States before = Now();
  for (const auto& [name, serving] : states) {
    metrics_.Gauge("service_serving", "Whether a service serves, as seen from here.", {{"service", name}})
        .Set(serving ? 1 : 0);
    if (before.at(name) == serving) continue;
    if (serving) log_.Info("a service serves", {{"service", name}});
    if (!serving) log_.Warning("a service is down", {{"service", name}});
  }
  const std::lock_guard lock(mutex_);
  states_ = states;
}

}  // namespace voronka::gateway
