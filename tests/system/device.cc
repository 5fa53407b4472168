#include "tests/system/device.h"

#include <google/protobuf/util/time_util.h>

namespace voronka::testing {

using notifier::v1::SubscribeRequest;
using notifier::v1::SubscribeResponse;

Device::Device(std::vector<std::shared_ptr<grpc::Channel>> replicas, client::Metadata credentials, Stream::Habit habit)
    : stream_(std::move(replicas), std::move(credentials), SubscribeRequest(), habit,
              [this](const SubscribeResponse& answer, SubscribeRequest& next) {
                Take(answer);
                next.set_cursor(answer.cursor());
              }) {}

std::vector<Device::Shown> Device::shown() const {
  const std::lock_guard lock(mutex_);
  return shown_;
}

void Device::Take(const SubscribeResponse& answer) {
  if (!answer.notification().has_snooze_time()) return;
  const auto until = google::protobuf::util::TimeUtil::TimestampToMicroseconds(answer.notification().snooze_time());
  const std::lock_guard lock(mutex_);
  shown_.push_back({until, std::chrono::steady_clock::now()});
}

}  // namespace voronka::testing
