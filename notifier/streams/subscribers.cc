#include "notifier/streams/subscribers.h"

#include <algorithm>
#include <utility>

#include "foundation/storage/errors.h"

namespace voronka::notifier {

void Subscribers::Wake(storage::Connection& db, int partition, int64_t after, int64_t upto) {
  try {
    WakeTopics(db, partition, {after, upto});
  } catch (const storage::DatabaseError& error) {
    log_.Warning("cannot find out whom to wake", {{"partition", partition}, {"error", error.what()}});
    const std::lock_guard lock(mutex_);
    auto& missed = missed_.at(partition);
    missed = Range{missed ? std::min(missed->after, after) : after, upto};
  }
}

void Subscribers::WakeMissed(storage::Connection& db) {
  for (int partition = 0; partition < rpc::kPartitions; ++partition) {
    std::optional<Range> range;
    {
      const std::lock_guard lock(mutex_);
      range = std::exchange(missed_[partition], std::nullopt);
    }
    if (range) Wake(db, partition, range->after, range->upto);
  }
}

void Subscribers::WakeTopics(storage::Connection& db, int partition, const Range& range) {
  for (const auto& row : db.Query("SELECT DISTINCT account_id, topic FROM events "
                                  "WHERE partition_id = ? AND offset_id > ? AND offset_id <= ?",
                                  partition, range.after, range.upto)) {
    streams_.Wake({row.Int(0), row.Int(1)});
  }
}

}  // namespace voronka::notifier
