#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "foundation/storage/connection.h"
#include "notifier/devices/refusal.h"
#include "notifier/push/inbox_entry.h"
#include "notifier/push/verdicts.h"
#include "voronka/notifier/v1/device.pb.h"
#include "voronka/notifier/v1/notification.pb.h"
#include "voronka/notifier/v1/push_intent.pb.h"

namespace voronka::notifier {

// A push with the device that it is for.
struct AddressedPush {
  v1::PushIntent intent;
  // Nothing: it was removed, or is another's.
  std::optional<v1::Device> device;
  // Why the device's push service took nothing the last time.
  Refusal refusal;
};

// A device that was sent what shows a notification.
struct ShowingDevice {
  v1::Device device;
  int64_t user_id;
  int64_t notification_id;
  int32_t occurrence;
};

// The table `pushes`, of every account.
class Pushes {
 public:
  explicit Pushes(storage::Connection& db) : db_(db) {}

  void Add(const std::vector<v1::PushIntent>& intents) { db_.InsertMany("pushes", {}, intents); }

  // Of a notification, those that show it.
  std::vector<v1::PushIntent> RingsOf(int64_t account_id, int64_t user_id, int64_t notification_id);
  // How many tests of devices a user has made since that moment.
  int CountOfTests(int64_t account_id, int64_t user_id, int64_t since);
  // What would show the notifications is not sent any more. Returns who may show them already.
  std::vector<ShowingDevice> Cancel(int64_t account_id, std::span<const InboxEntry> entries);

  // Pending ones that quiet hours may hold back.
  std::vector<v1::PushIntent> LockWithQuietHours(int64_t account_id, int64_t user_id);
  void Save(const v1::PushIntent& push);

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
  std::vector<ShowingDevice> DevicesThatMayShow(int64_t account_id, std::span<const InboxEntry> entries);

  storage::Connection& db_;
};

}  // namespace voronka::notifier
