#include "foundation/events/retention.h"

#include <chrono>

#include "foundation/events/log.h"

namespace voronka::events {
namespace {

constexpr int64_t kRetention = std::chrono::microseconds(std::chrono::hours(30 * 24)).count();
constexpr int kTrimBatch = 1'000;

}  // namespace

bool ForgetOldEvents(storage::Connection& db, int64_t now) {
  bool more = false;
  for (int partition = 0; partition < rpc::kPartitions; ++partition) {
    more |= Log::Trim(db, partition, now - kRetention, kTrimBatch) == kTrimBatch;
  }
  db.Execute("DELETE FROM event_heartbeats WHERE beat_time < ?", now - kRetention);
  return more;
}

}  // namespace voronka::events
