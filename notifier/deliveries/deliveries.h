#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "foundation/rpc/calls/caller.h"
#include "foundation/storage/connection.h"
#include "voronka/notifier/v1/delivery_record.pb.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::notifier {

// Of one of the user's notifications as it is now, in the caller's session; a service has none. `now` in microseconds
// since 1970 UTC.
v1::DeliveryRecord RecordOf(v1::DeliveryStep::Kind kind, const rpc::Caller& caller, int64_t user_id,
                            const v1::Notification& notification, int64_t now);

// What became of notifications, besides their pushes: the table `deliveries`.
class Deliveries {
 public:
  explicit Deliveries(storage::Connection& db) : db_(db) {}

  // Several rows a statement. What happened before stays as it is noted.
  void Note(std::span<const v1::DeliveryRecord> records);
  std::vector<v1::DeliveryRecord> Of(int64_t account_id, int64_t user_id, int64_t notification_id);

  // Deletes a portion of those that are older than notifications get. True: there are more.
  static bool ForgetOld(storage::Connection& db, int64_t now);

 private:
  storage::Connection& db_;
};

}  // namespace voronka::notifier
