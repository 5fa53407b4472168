#include "tests/bench/load/load.h"

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

#include <memory>
#include <optional>

#include "tests/bench/load/wire.h"

namespace voronka::bench {
namespace {

using std::chrono::steady_clock;

constexpr int kConnections = 4;
constexpr std::chrono::seconds kPatience(30);

// Sends one call after another.
class Lane {
 public:
  Lane(int number, const Load& load, grpc::GenericStub& stub, grpc::CompletionQueue& queue)
      : number_(number), load_(load), stub_(stub), queue_(queue) {}

  void Begin() {
    const Call call = load_.next(number_);
    context_.emplace();
    context_->set_deadline(std::chrono::system_clock::now() + kPatience);
    for (const auto& [name, value] : call.metadata) context_->AddMetadata(name, value);
    began_ = steady_clock::now();
    reader_ = stub_.PrepareUnaryCall(&*context_, load_.method, ToWire(call.request), &queue_);
    reader_->StartCall();
    reader_->Finish(&response_, &status_, this);
  }

  // The duration of the call that has just ended.
  std::chrono::nanoseconds End() const {
    const auto took = steady_clock::now() - began_;
    CheckSucceeded(load_.method, status_);
    return took;
  }

 private:
  const int number_;
  const Load& load_;
  grpc::GenericStub& stub_;
  grpc::CompletionQueue& queue_;
  std::optional<grpc::ClientContext> context_;
  std::unique_ptr<grpc::GenericClientAsyncResponseReader> reader_;
  grpc::ByteBuffer response_;
  grpc::Status status_;
  steady_clock::time_point began_;
};

class Client {
 public:
  Client(const std::string& address, const Load& load, int lanes) {
    for (int i = 0; i < kConnections; ++i) stubs_.emplace_back(OwnChannel(address, i));
    for (int i = 0; i < lanes; ++i) {
      lanes_.push_back(std::make_unique<Lane>(i, load, stubs_[i % kConnections], queue_));
    }
  }

  ~Client() {
    queue_.Shutdown();
    void* tag = nullptr;
    for (bool ok = false; queue_.Next(&tag, &ok);) {
    }
  }

  void BeginAll() {
    for (const auto& lane : lanes_) lane->Begin();
  }

  // Returns the lane whose call has ended.
  Lane& Next() {
    void* tag = nullptr;
    bool ok = false;
    queue_.Next(&tag, &ok);
    return *static_cast<Lane*>(tag);
  }

  void Drain() {
    for (size_t left = lanes_.size(); left > 0; --left) Next().End();
  }

 private:
  grpc::CompletionQueue queue_;
  std::vector<grpc::GenericStub> stubs_;
  std::vector<std::unique_ptr<Lane>> lanes_;
};

}  // namespace

Throughput Run(const std::string& address, const Load& load, const Pace& pace, const std::function<void()>& began,
               const std::function<void()>& ended) {
  Client client(address, load, pace.in_flight);
  client.BeginAll();
  const auto turn = [&client] {
    Lane& lane = client.Next();
    const auto took = lane.End();
    lane.Begin();
    return took;
  };
  for (const auto warm = steady_clock::now() + pace.warm_up; steady_clock::now() < warm;) turn();

  Throughput throughput;
  began();
  const auto begin = steady_clock::now();
  while (steady_clock::now() < begin + pace.measured) throughput.took.push_back(turn());
  throughput.lasted = steady_clock::now() - begin;
  ended();
  client.Drain();
  return throughput;
}

}  // namespace voronka::bench
