#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "foundation/storage/connection.h"
#include "voronka/notifier/v1/device.pb.h"

namespace voronka::notifier {

constexpr int kMostDevices = 50;

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
  // What push services said last, by device; without those that refused nothing.
  std::map<int64_t, std::string> RefusalsOf(int64_t user_id);

  // False: the user has no such device.
  bool Remove(int64_t user_id, int64_t id);
  void RemoveOfSession(int64_t session_id);
  void RemoveOfUser(int64_t user_id);

  // The push service says that there is no device at this address. It may have got another one since.
  void RemoveGone(const v1::Device& device);
  // What the push service says of the device when it refuses. Empty: it does not any more.
  void SetRefusal(int64_t id, const std::string& refusal);

  // The session's device is in use. Written once a minute.
  void Seen(int64_t session_id, int64_t now);

  // Of every account: deletes a portion of those that were not seen for 31 days: their sessions have ended by then.
  // True: there are more.
  static bool ForgetUnseen(storage::Connection& db, int64_t now);

 private:
  storage::Connection& db_;
  const int64_t account_id_;
};

}  // namespace voronka::notifier
