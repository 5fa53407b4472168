#pragma once

#include <cstdint>
#include <mutex>
#include <vector>

#include "demo/story/moment.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::demo {

// A notification that arrived on somebody's live stream.
struct Arrival {
  int64_t user_id = 0;
  notifier::v1::Notification notification;
  Moment at;
};

// What to look for; 0 matches anything.
struct Wanted {
  notifier::v1::Notification::Kind kind = notifier::v1::Notification::KIND_UNSPECIFIED;
  int64_t deal_id = 0;
  int64_t task_id = 0;
  int64_t user_id = 0;
};

// Everything that has arrived on the cast's streams, in order of arrival. Safe to use from many threads.
class Arrivals {
 public:
  void Add(Arrival arrival);
  std::vector<Arrival> All(const Wanted& wanted = {}) const;

 private:
  mutable std::mutex mutex_;
  std::vector<Arrival> arrivals_;
};

}  // namespace voronka::demo
