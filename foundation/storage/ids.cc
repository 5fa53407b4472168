#include "foundation/storage/ids.h"

#include "foundation/storage/errors.h"

namespace voronka::storage {
namespace {

constexpr int kShards = 8;

bool Advance(Connection& db, int64_t account_id, std::string_view kind, int block) {
  return db.Execute("UPDATE id_sequences SET next_id = LAST_INSERT_ID(next_id + ?) WHERE account_id = ? AND kind = ?",
                    block, account_id, kind) == 1;
}

void StartSequence(Connection& db, int64_t account_id, std::string_view kind) {
  try {
    db.Execute("INSERT INTO id_sequences (account_id, kind, next_id) VALUES (?, ?, 1)", account_id, kind);
  } catch (const DuplicateKey&) {
    // Another process created it first.
  }
}

// Takes a block by a statement that commits by itself; returns the first id after the block.
int64_t TakeBlock(Connection& db, int64_t account_id, std::string_view kind, int block) {
  if (!Advance(db, account_id, kind, block)) {
    StartSequence(db, account_id, kind);
    Advance(db, account_id, kind, block);
  }
  const int64_t end = db.Query("SELECT LAST_INSERT_ID()").at(0).Int(0);
  // The connection is a new one, so the block that the previous one took is lost.
  if (end == 0) throw Retryable(0, "the connection was lost between two statements");
  return end;
}

}  // namespace

Ids::Ids(const config::v1::Database& database) {
  for (int i = 0; i < kShards; ++i) shards_.push_back(std::make_unique<Shard>(database));
}

int64_t Ids::Next(int64_t account_id, std::string_view kind, Numbering numbering) {
  Shard& shard = *shards_[account_id % kShards];
  const std::lock_guard lock(shard.mutex);
  const auto [found, added] = shard.sequences.try_emplace({account_id, std::string(kind)}, numbering);
  auto& [key, sequence] = *found;
  if (sequence.next == sequence.end) Refill(shard.connection, key, sequence);
  return sequence.next++;
}

void Ids::Refill(Connection& connection, const Key& key, Sequence& sequence) {
  const int block = sequence.block_size.Next(std::chrono::steady_clock::now());
  const int64_t end = TakeBlock(connection, key.first, key.second, block);
  sequence.next = end - block;
  sequence.end = end;
}

}  // namespace voronka::storage
