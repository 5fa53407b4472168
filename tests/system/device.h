#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "tests/support/follower.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::testing {

// One of a person's devices, which shows their notifications as they change. It records snoozed ones by the time until
// when, which the tests make unique.
class Device {
 public:
  using Stream = Follower<notifier::v1::SubscribeRequest, notifier::v1::SubscribeResponse>;
  using Instant = Stream::Instant;
  using SnoozeMicros = int64_t;

  Device(std::vector<std::shared_ptr<grpc::Channel>> replicas, client::Metadata credentials,
         Stream::Habit habit = Stream::Habit::kReads);

  void ReadOn() { stream_.ReadOn(); }

  struct Shown {
    SnoozeMicros snoozed_until;
    Instant at;
  };
  // In order of arrival.
  std::vector<Shown> shown() const;
  std::vector<Stream::Life> lives() const { return stream_.lives(); }

 private:
  void Take(const notifier::v1::SubscribeResponse& answer);

  mutable std::mutex mutex_;
  std::vector<Shown> shown_;
  // The last member: it uses the others.
  Stream stream_;
};

}  // namespace voronka::testing
