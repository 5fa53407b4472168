#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "foundation/storage/connection.h"
#include "notifier/devices/refusal.h"
#include "voronka/notifier/v1/device.pb.h"

namespace voronka::notifier {

constexpr int kMostDevices = 50;

struct OwnedDevice {
  int64_t user_id;
  v1::Device device;
};

// The table `devices`, of one account: whom pushes reach.
class Devices {
 public:
  Devices(storage::Connection& db, int64_t account_id) : db_(db), account_id_(account_id) {}

  // 0: the session has none.
  int64_t IdOfSession(int64_t session_id);
  int CountOf(int64_t user_id);
  // The device of its session, in place of the one that had its id, and of any other that had its address, in whichever
  // account.
  void Put(int64_t user_id, const v1::Device& device);

  // The latest first, with their addresses and keys.
  std::vector<v1::Device> Of(int64_t user_id);
  // The same, by user.
  std::map<int64_t, std::vector<v1::Device>> OfAll(const std::vector<int64_t>& user_ids);
  // What keeps push services from taking anything, by device; without those where all is well.
  std::map<int64_t, Refusal> RefusalsOf(int64_t user_id);

  // False: the user has no such device.
  bool Remove(int64_t user_id, int64_t id);
  // Takes them from their user: nothing rings there any more. Their rows stay, of nobody, for a last push.
  std::vector<OwnedDevice> TakeOfSession(int64_t session_id);
  std::vector<OwnedDevice> TakeOfUser(int64_t user_id);
  // One that was taken.
  void RemoveTaken(int64_t id);

  // The push service says that there is no device at this address. It may have got another one since.
  void RemoveGone(const v1::Device& device);
  // Why its push service took nothing the last time, or cannot be reached.
  void SetRefusal(int64_t id, const Refusal& refusal);

  // The session's device is in use. Written once a minute.
  void Seen(int64_t session_id, int64_t now);

  // Of every account: deletes a portion of those that were not seen for 31 days: their sessions have ended by then.
  // True: there are more.
  static bool ForgetUnseen(storage::Connection& db, int64_t now);

 private:
  std::vector<OwnedDevice> TakeWhere(const std::string& condition, int64_t id);

  storage::Connection& db_;
  const int64_t account_id_;
};

}  // namespace voronka::notifier
