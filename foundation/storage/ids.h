#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/storage/block_size.h"
#include "foundation/storage/connection.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::storage {

enum class Numbering {
  // Small numbers, without gaps while few are taken («Сделка #1234»).
  kForPeople,
  // Nobody reads them: taken a hundred at a time, so that most cost no round trip.
  kInternal,
};

// Ids per account and kind, from 1; no process ever returns one twice. There are gaps where a transaction was rolled
// back or a process ended. Thread-safe. Uses connections of its own, so that a caller's transaction never locks a
// sequence.
class Ids {
 public:
  explicit Ids(const config::v1::Database& database);

  int64_t Next(int64_t account_id, std::string_view kind, Numbering numbering = Numbering::kForPeople);

 private:
  using Key = std::pair<int64_t, std::string>;

  struct Sequence {
    explicit Sequence(Numbering numbering) : block_size(numbering == Numbering::kInternal ? kInternalBlock : 1) {}

    int64_t next = 0;
    int64_t end = 0;
    BlockSize block_size;
  };

  // The sequences of some of the accounts, so that waiting for the database blocks only these.
  struct Shard {
    explicit Shard(const config::v1::Database& database) : connection(database) {}

    std::mutex mutex;
    Connection connection;
    std::map<Key, Sequence> sequences;
  };

  static constexpr int kInternalBlock = 100;

  static void Refill(Connection& connection, const Key& key, Sequence& sequence);

  std::vector<std::unique_ptr<Shard>> shards_;
};

}  // namespace voronka::storage
