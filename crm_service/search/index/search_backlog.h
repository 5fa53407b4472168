#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/search.pb.h"

namespace voronka::crm {

// Resources that are to be read anew: all of a kind, or those that hold words of a client.
struct BacklogEntry {
  enum class Source : int { kAll = 0, kContact = 1, kCompany = 2 };

  v1::SearchResult::Kind kind;
  Source source;
  // ID of the contact or company; 0 of all.
  int64_t source_id;

  auto operator<=>(const BacklogEntry&) const = default;
};

// The table `search_backlog`.
class SearchBacklog {
 public:
  // An entry, and how far it is: resources with smaller ids are still to be read.
  struct Row {
    int64_t account_id;
    BacklogEntry entry;
    int64_t position;
  };

  explicit SearchBacklog(rpc::Session& session) : session_(session) {}

  // From the newest on, also if the entry was there.
  void Add(const BacklogEntry& entry);
  // Everything of the account.
  void AddAll();
  // Everything of every account of the partition.
  static void AddPartition(storage::Connection& db, int partition);

  // Of any account; what comes from a change of a client goes first, as somebody may be looking for it.
  static std::optional<Row> Next(storage::Connection& db);
  // Reads the next resources anew, unless another replica has done so. The account's partition must be locked.
  void DoPortion(const Row& row);
  void Remove(const Row& row);

 private:
  bool IsThere(const Row& row);
  void MoveTo(const Row& row, int64_t position);

  rpc::Session& session_;
};

}  // namespace voronka::crm
