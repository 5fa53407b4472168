#pragma once

#include <cstdint>
#include <vector>

#include "crm_service/clients/identity/likeness.h"
#include "foundation/storage/connection.h"

namespace voronka::crm {

// An older client with the same value.
struct OlderAlike {
  int64_t client_id;
  v1::Suspect::Reason reason;
  int64_t older_id;
};

// The table `likenesses`: an index of what clients may have in common, written in the transaction that writes the
// client.
class Likenesses {
 public:
  Likenesses(storage::Connection& db, int64_t account_id) : db_(db), account_id_(account_id) {}

  // Brings those of a client up to date.
  void Keep(v1::ClientKind kind, int64_t client_id, const std::vector<Likeness>& present);
  // The same, and says anew whom it is like: of two who were written at once, neither may have seen the other.
  void Renew(v1::ClientKind kind, int64_t client_id, const std::vector<Likeness>& present);
  void Forget(v1::ClientKind kind, int64_t client_id) { Keep(kind, client_id, {}); }

  // Somebody says that the client is none of those that it is like now.
  void Dismiss(v1::ClientKind kind, int64_t client_id);

  // At most `limit` clients with a smaller id than `before` that are like an older one, newest first. Not those of
  // which that is dismissed.
  std::vector<int64_t> WithOlder(v1::ClientKind kind, int64_t before, int limit);
  // Those that each of them is like, the newest few for each value. Not by points that are marked as shared.
  std::vector<OlderAlike> OlderThan(v1::ClientKind kind, const std::vector<int64_t>& clients);

 private:
  std::vector<Likeness> Of(v1::ClientKind kind, int64_t client_id);
  // What it has in common with older ones, unless that is dismissed.
  std::vector<Likeness> SuspectedOf(v1::ClientKind kind, int64_t client_id);
  std::vector<OlderAlike> OlderThan(v1::ClientKind kind, int64_t client_id, const Likeness& likeness);
  void Insert(v1::ClientKind kind, int64_t client_id, const Likeness& likeness);
  bool IsShared(const Likeness& likeness);
  // Says anew of the client whether one with the value is older, and of the oldest two: only they change when another
  // comes or goes.
  void Rank(v1::ClientKind kind, int64_t client_id, const Likeness& likeness);
  void Mark(v1::ClientKind kind, int64_t client_id, const Likeness& likeness, bool has_older);

  storage::Connection& db_;
  const int64_t account_id_;
};

}  // namespace voronka::crm
