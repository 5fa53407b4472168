#include "demo/story/arrivals.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace voronka::demo {
namespace {

template <class T>
bool Fits(T wanted, T seen) {
  return wanted == T{} || wanted == seen;
}

bool Matches(const Wanted& wanted, const Arrival& arrival) {
  const notifier::v1::Notification& notification = arrival.notification;
  return Fits(wanted.kind, notification.kind()) && Fits(wanted.deal_id, notification.deal_id()) &&
         Fits(wanted.task_id, notification.task_id()) && Fits(wanted.user_id, arrival.user_id);
}

}  // namespace

void Arrivals::Add(Arrival arrival) {
  const std::lock_guard lock(mutex_);
  arrivals_.push_back(std::move(arrival));
}

std::vector<Arrival> Arrivals::All(const Wanted& wanted) const {
  const std::lock_guard lock(mutex_);
  std::vector<Arrival> found;
  std::ranges::copy_if(arrivals_, std::back_inserter(found), [&](const Arrival& a) { return Matches(wanted, a); });
  return found;
}

}  // namespace voronka::demo
