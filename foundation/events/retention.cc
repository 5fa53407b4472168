#include "foundation/events/retention.h"

#include <chrono>

#include "foundation/events/log.h"

namespace voronka::events {
namespace {

constexpr int64_t kKept = std::chrono::microseconds(std::chrono::hours(30 * 24)).count();
constexpr int kDeletedAtOnce = 1'000;

}  // namespace

bool ForgetOldEvents(storage::Connection& db, int64_t now) {
  bool more = false;
  for (int partition = 0; partition < rpc::kPartitions; ++partition) {
    more |= Log::Trim(db, partition, now - kKept, kDeletedAtOnce) == kDeletedAtOnce;
  }
  db.Execute("DELETE FROM event_heartbeats WHERE beat_time < ?", now - kKept);
  return more;
}

}  // namespace voronka::events
