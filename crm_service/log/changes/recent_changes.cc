#include "crm_service/log/changes/recent_changes.h"

#include <set>

namespace voronka::crm {
namespace {

constexpr size_t kWindowCapacity = 256;
constexpr int kLoggedAtOnce = 256;

}  // namespace

RecentChanges::Watch RecentChanges::Open(int64_t account_id) {
  const int partition = rpc::PartitionOf(account_id);
  const std::lock_guard lock(mutex_);
  auto& watched = partitions_.at(partition);
  // Read the head under the lock: whatever becomes durable after it is read into this window.
  if (watched.watches++ == 0) watched.window.emplace(tail_.DurableHead(partition), kWindowCapacity);
  return {this, [this, partition](const void*) { Close(partition); }};
}

void RecentChanges::Close(int partition) {
  const std::lock_guard lock(mutex_);
  auto& watched = partitions_.at(partition);
  if (--watched.watches == 0) watched.window.reset();
}

std::optional<ChangePage> RecentChanges::After(int64_t offset, int64_t account_id) {
  const std::lock_guard lock(mutex_);
  const auto& window = partitions_.at(rpc::PartitionOf(account_id)).window;
  return window ? window->After(offset, account_id) : std::nullopt;
}

void RecentChanges::ReadOn(storage::Connection& db, int partition) {
  const std::lock_guard reading(reading_);
  try {
    while (ReadPortion(db, partition)) {
    }
  } catch (const std::exception& error) {
    log_.Warning("cannot read what has changed", {{"partition", partition}, {"error", error.what()}});
  }
}

void RecentChanges::ReadMissed(storage::Connection& db) {
  for (int partition = 0; partition < rpc::kPartitions; ++partition) ReadOn(db, partition);
}

std::optional<int64_t> RecentChanges::UnreadFrom(int partition, int64_t upto) {
  const std::lock_guard lock(mutex_);
  const auto& window = partitions_.at(partition).window;
  if (!window || window->end() >= upto) return std::nullopt;
  return window->end();
}

bool RecentChanges::ReadPortion(storage::Connection& db, int partition) {
  const int64_t head = tail_.DurableHead(partition);
  const auto after = UnreadFrom(partition, head);
  if (!after) return false;
  const auto page = events::Log::Read(db, partition, *after, head, kLoggedAtOnce);
  const auto changes = ChangesAmong(page.entries);
  Add(partition, *after, changes, page.upto);
  std::set<int64_t> accounts;
  for (const auto& change : changes) accounts.insert(change.account_id);
  for (const int64_t account_id : accounts) streams_.Wake(TopicOf(account_id));
  return true;
}

void RecentChanges::Add(int partition, int64_t after, const std::vector<LoggedChange>& changes, int64_t upto) {
  const std::lock_guard lock(mutex_);
  auto& window = partitions_.at(partition).window;
  // Meanwhile all watchers may have left and new ones come, with a window that begins elsewhere.
  if (window && window->end() == after) window->Add(changes, upto);
}

}  // namespace voronka::crm
