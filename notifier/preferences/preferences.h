#pragma once

#include <string>

#include "foundation/storage/connection.h"
#include "voronka/notifier/v1/preference.pb.h"

namespace voronka::notifier {

// The tables `preferences` and `kind_preferences`, of one user.
class Preferences {
 public:
  Preferences(storage::Connection& db, int64_t account_id, int64_t user_id)
      : db_(db), account_id_(account_id), user_id_(user_id) {}

  // Of every kind that has one, without titles.
  v1::Preferences Get();
  // The same, and nobody else changes them until the transaction ends.
  v1::Preferences Lock();
  // With the next etag.
  void Save(const v1::Preferences& before, const v1::Preferences& after);

 private:
  v1::Preferences Read(const std::string& lock);

  storage::Connection& db_;
  const int64_t account_id_;
  const int64_t user_id_;
};

}  // namespace voronka::notifier
