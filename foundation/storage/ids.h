#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/storage/block_size.h"
#include "foundation/storage/connection.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::storage {

// Small numbers for people («Сделка #1234»): per account and kind, from 1, never given twice by any process. Numbers
// are missing where a transaction was undone or a process ended. Thread-safe. Its connection is its own, so that a
// caller's transaction never holds the sequence.
class Ids {
 public:
  explicit Ids(const config::v1::Database& database);

  int64_t Next(int64_t account_id, std::string_view kind);

 private:
  struct Sequence {
    int64_t next = 0;
    int64_t end = 0;
    BlockSize block_size;
  };

  void Refill(int64_t account_id, std::string_view kind, Sequence& sequence);

  std::mutex mutex_;
  Connection connection_;
  std::map<std::pair<int64_t, std::string>, Sequence> sequences_;
};

}  // namespace voronka::storage
