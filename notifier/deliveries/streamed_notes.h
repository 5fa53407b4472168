#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

#include "foundation/process/clock.h"
#include "foundation/process/metrics.h"
#include "foundation/rpc/calls/caller.h"
#include "foundation/storage/connection.h"
#include "voronka/notifier/v1/delivery_record.pb.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::notifier {

// What was written to streams, on its way to the table `deliveries`. A stream waits for nothing: it is noted in memory,
// and all that is noted is written once a second. A crash loses the last second of it, which only an explanation
// misses.
class StreamedNotes {
 public:
  StreamedNotes(const process::Clock& clock, process::Metrics& metrics, size_t room = 100'000);

  // The notification was written to a stream of the user who calls. Safe to call from every thread. If there is no
  // room, it is not noted, but counted.
  void Add(const rpc::Caller& caller, const v1::Notification& notification);

  // If the database fails, what is not written yet is written the next time.
  void Write(storage::Connection& db);

 private:
  std::vector<v1::DeliveryRecord> Take();
  void PutBack(std::vector<v1::DeliveryRecord> records);

  const process::Clock& clock_;
  const size_t room_;
  prometheus::Counter& lost_;
  std::mutex mutex_;
  std::vector<v1::DeliveryRecord> records_;
};

}  // namespace voronka::notifier
