#pragma once

#include <google/protobuf/message.h>
#include <grpcpp/support/status.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "client/channels.h"
#include "client/identity.h"

namespace voronka::testing {

// Keeps this many calls of one caller in flight: each is followed by the next as soon as it is answered, whatever a
// refusal says.
class Flood {
 public:
  // Makes the request with this number.
  using Request = std::function<std::unique_ptr<google::protobuf::Message>(int number)>;

  struct Answers {
    // Durations of the calls.
    std::vector<std::chrono::microseconds> served;
    std::vector<std::chrono::microseconds> refused;
    std::vector<std::chrono::microseconds> failed;
    // Of a refused call.
    grpc::Status refusal;
    // Calls that were neither served nor refused because of overload.
    std::vector<std::string> failures;

    std::vector<std::chrono::microseconds> All() const;

    void Add(const Answers& more);
  };

  // The channels and the caller must outlive it.
  Flood(const client::Channels& channels, client::Identity& caller, Request request, int in_flight);
  ~Flood() { End(); }
  Flood(const Flood&) = delete;
  Flood& operator=(const Flood&) = delete;

  // Starts no more calls, and waits for those in flight.
  Answers End();

 private:
  struct Call;

  void Begin();
  void Take(const Call& call, const grpc::Status& status);

  const client::Channels& channels_;
  client::Identity& caller_;
  const Request request_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool ending_ = false;
  int begun_ = 0;
  int in_flight_ = 0;
  Answers answers_;
};

}  // namespace voronka::testing
