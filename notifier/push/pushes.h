#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "foundation/storage/connection.h"
#include "notifier/push/verdicts.h"
#include "voronka/notifier/v1/device.pb.h"
#include "voronka/notifier/v1/notification.pb.h"
#include "voronka/notifier/v1/push_intent.pb.h"

namespace voronka::notifier {

// A push with the device that it is for.
struct AddressedPush {
  v1::PushIntent intent;
  // Nothing: it was removed.
  std::optional<v1::Device> device;
  // What the device's push service said last if it refused.
  std::string refusal;
};

// The table `pushes`, of every account.
class Pushes {
 public:
  explicit Pushes(storage::Connection& db) : db_(db) {}

  void Add(const std::vector<v1::PushIntent>& intents) { db_.InsertMany("pushes", {}, intents); }

  // Whether a notification was to be pushed.
  bool Has(int64_t account_id, int64_t user_id, int64_t notification_id);
  // Of a notification, those that show it.
  std::vector<v1::PushIntent> RingsOf(int64_t account_id, int64_t user_id, int64_t notification_id);
  // Those of a notification that are still pending.
  void Cancel(int64_t account_id, int64_t user_id, int64_t notification_id);
  // The devices that may show it as it was the last time.
  std::vector<v1::Device> DevicesThatMayShow(int64_t account_id, int64_t user_id, const v1::Notification& notification);

  // Pending ones whose next attempt is due, the longest due first.
  std::vector<AddressedPush> Due(int64_t now, int limit);
  // When the next attempt of a pending one is due; nothing: there is none.
  std::optional<int64_t> NextDue();
  // Takes the due pushes for this process until `lease_end`. Removes those from the list that another has taken.
  void Claim(std::vector<AddressedPush>& due, int64_t claim, int64_t now, int64_t lease_end);
  // Before they are claimed: they wait until then.
  void PutOff(std::span<const AddressedPush> due, int64_t until);
  // The same, and they are not due before.
  void HoldBack(std::span<const AddressedPush> due, int64_t until);
  // Before they are claimed: they are not sent any more.
  void GiveUp(std::span<const AddressedPush> due, v1::PushIntent::State state);
  // After they were claimed, unless another process has claimed them since. What was cancelled meanwhile stays so.
  void Answer(std::span<const v1::PushIntent* const> claimed, const Verdict& verdict, int64_t now);

  // Deletes a portion of those that are older than notifications get. True: there are more.
  static bool ForgetOld(storage::Connection& db, int64_t now);

 private:
  storage::Connection& db_;
};

}  // namespace voronka::notifier
