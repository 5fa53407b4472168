#pragma once

#include <map>
#include <utility>
#include <vector>

#include "foundation/storage/connection.h"
#include "notifier/kinds/kinds.h"
#include "voronka/notifier/v1/preference.pb.h"

namespace voronka::notifier {

// How one user wants to get one kind of notification.
struct Wish {
  v1::KindPreference preference;
  v1::QuietHours quiet_hours;
};

// What some users of an account prefer now, read at once.
class Wishes {
 public:
  Wishes(storage::Connection& db, int64_t account_id, const std::vector<int64_t>& user_ids);

  Wish For(int64_t user_id, const Kind& kind) const;

 private:
  void Read(const storage::Row& row);

  std::map<int64_t, v1::QuietHours> quiet_hours_;
  std::map<std::pair<int64_t, int>, v1::KindPreference> preferences_;
};

}  // namespace voronka::notifier
