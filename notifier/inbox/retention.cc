#include "notifier/inbox/retention.h"

#include <chrono>

#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::notifier {
namespace {

constexpr int64_t kKept = std::chrono::microseconds(std::chrono::hours(90 * 24)).count();
constexpr int kDeletedAtOnce = 1'000;

}  // namespace

bool ForgetOldNotifications(storage::Connection& db, int64_t now) {
  return db.Execute("DELETE FROM inbox WHERE state = ? AND create_time < ? LIMIT ?",
                    v1::Notification::STATE_ACKNOWLEDGED, now - kKept, kDeletedAtOnce) == kDeletedAtOnce;
}

}  // namespace voronka::notifier
