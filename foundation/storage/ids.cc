#include "foundation/storage/ids.h"

#include "foundation/storage/errors.h"
#include "foundation/storage/transaction.h"

namespace voronka::storage {
namespace {

bool Advance(Connection& db, int64_t account_id, std::string_view kind, int block) {
  return db.Execute("UPDATE id_sequences SET next_id = next_id + ? WHERE account_id = ? AND kind = ?", block,
                    account_id, kind) == 1;
}

void StartSequence(Connection& db, int64_t account_id, std::string_view kind) {
  try {
    db.Execute("INSERT INTO id_sequences (account_id, kind, next_id) VALUES (?, ?, 1)", account_id, kind);
  } catch (const DuplicateKey&) {
    // Another process was first.
  }
}

// The first id after the block that this takes.
int64_t TakeBlock(Connection& db, int64_t account_id, std::string_view kind, int block) {
  if (!Advance(db, account_id, kind, block)) {
    StartSequence(db, account_id, kind);
    Advance(db, account_id, kind, block);
  }
  return db.Query("SELECT next_id FROM id_sequences WHERE account_id = ? AND kind = ?", account_id, kind).at(0).Int(0);
}

}  // namespace

Ids::Ids(const config::v1::Database& database) : connection_(database) {}

int64_t Ids::Next(int64_t account_id, std::string_view kind) {
  const std::lock_guard lock(mutex_);
  Sequence& sequence = sequences_[{account_id, std::string(kind)}];
  if (sequence.next == sequence.end) Refill(account_id, kind, sequence);
  return sequence.next++;
}

void Ids::Refill(int64_t account_id, std::string_view kind, Sequence& sequence) {
  const int block = sequence.block_size.Next(std::chrono::steady_clock::now());
  int64_t end = 0;
  RunTransaction(connection_,
                 [&](Transaction& transaction) { end = TakeBlock(transaction.db, account_id, kind, block); });
  sequence.next = end - block;
  sequence.end = end;
}

}  // namespace voronka::storage
