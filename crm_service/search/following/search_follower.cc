#include "crm_service/search/following/search_follower.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "crm_service/search/index/renewal.h"
#include "crm_service/search/index/search_cursors.h"
#include "foundation/rpc/calls/partition.h"
#include "foundation/storage/errors.h"
#include "foundation/storage/transaction.h"

namespace voronka::crm {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::seconds kRound(1);
// Commits that follow so soon are read together.
constexpr std::chrono::milliseconds kGathering(50);
constexpr std::chrono::milliseconds kPauseAfterFailure(500);

bool MaySucceedLater(const std::exception& error) {
  return dynamic_cast<const storage::Unavailable*>(&error) != nullptr ||
         dynamic_cast<const storage::Retryable*>(&error) != nullptr;
}

}  // namespace

SearchFollower::SearchFollower(const config::v1::Database& database, const rpc::SessionContext& session_context,
                               const events::Tail& tail, RecentEvents& recent, process::Log& log)
    : db_(database), work_(session_context, "crm"), tail_(tail), recent_(recent), log_(log) {}

void SearchFollower::Start() {
  stopping_ = false;
  positions_.reset();
  may_have_backlog_ = true;
  thread_ = std::thread([this] { Loop(); });
}

void SearchFollower::Stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void SearchFollower::Wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  wake_.notify_one();
}

void SearchFollower::Loop() {
  const auto is_stopping = [this] {
    const std::lock_guard lock(mutex_);
    return stopping_;
  };
  while (!is_stopping()) {
    try {
      if (!Work()) WaitForMore();
      failing_ = false;
    } catch (const std::exception& error) {
      if (!std::exchange(failing_, true)) log_.Warning("the search cannot follow", {{"error", error.what()}});
      std::this_thread::sleep_for(kPauseAfterFailure);
    }
  }
}

void SearchFollower::WaitForMore() {
  std::unique_lock lock(mutex_);
  wake_.wait_for(lock, kRound, [this] { return woken_ || stopping_; });
  if (woken_) wake_.wait_for(lock, kGathering, [this] { return stopping_; });
  woken_ = false;
}

bool SearchFollower::Work() {
  if (!positions_) {
    positions_.emplace();
    for (const auto& [partition, offset] : SearchCursors::All(db_))
      positions_->emplace(partition, Position{offset, offset});
  }
  bool has_more = false;
  for (int partition = 0; partition < rpc::kPartitions; ++partition) has_more |= Follow(partition);
  if (steady_clock::now() >= next_round_) {
    next_round_ = steady_clock::now() + kRound;
    StorePositions();
    // Other replicas and the operator add to it, too.
    may_have_backlog_ = true;
  }
  return has_more || (may_have_backlog_ && WorkOff());
}

bool SearchFollower::Follow(int partition) {
  const int64_t head = tail_.DurableHead(partition);
  const auto found = positions_->find(partition);
  if (found == positions_->end() || found->second.seen + 1 < tail_.FirstOffset(partition)) {
    StartOver(partition, head);
    return true;
  }
  Position& position = found->second;
  if (position.seen >= head) return false;
  const auto page = recent_.Read(db_, tail_.History(), partition, position.seen, head);
  if (page.upto <= position.seen) return false;
  const auto effects = EffectsOf(page.events);
  if (!effects.empty()) Apply(partition, effects, page.upto);
  position.seen = page.upto;
  return position.seen < head;
}

// Whatever was written before the head is read from the tables, whatever comes after it from the log.
void SearchFollower::StartOver(int partition, int64_t head) {
  storage::RunTransaction(db_, [&](storage::Transaction& transaction) {
    SearchCursors::Set(transaction.db, partition, head);
    SearchBacklog::AddPartition(transaction.db, partition);
  });
  positions_->insert_or_assign(partition, Position{head, head});
  may_have_backlog_ = true;
}

SearchFollower::Effects SearchFollower::EffectsOf(const SharedEvents& events) {
  Effects effects;
  for (const auto& event : events) {
    const auto effect = EffectOn(*event);
    if (!effect) continue;
    auto& of_account = effects[event->account_id()];
    if (effect->kind != v1::SearchResult::KIND_UNSPECIFIED) of_account.resources[effect->kind].insert(effect->id);
    of_account.others.insert(effect->others.begin(), effect->others.end());
  }
  return effects;
}

// The cursor moves with the last of them: if the process dies before, all of them are done again.
void SearchFollower::Apply(int partition, const Effects& effects, int64_t upto) {
  for (const auto& [account_id, each] : effects) {
    const auto& of_account = each;
    const bool is_last = account_id == effects.rbegin()->first;
    Try(account_id, [&](rpc::Session& session, int64_t cursor) {
      // Another replica was faster.
      if (cursor >= upto) return;
      for (const auto& [kind, ids] : of_account.resources) RenewWords(session, kind, {ids.begin(), ids.end()});
      SearchBacklog backlog(session);
      for (const auto& entry : of_account.others) backlog.Add(entry);
      if (is_last) SearchCursors::Move(session.db, partition, upto);
    });
    may_have_backlog_ |= !of_account.others.empty();
  }
}

bool SearchFollower::WorkOff() {
  const auto row = SearchBacklog::Next(db_);
  may_have_backlog_ = row.has_value();
  if (!row) return false;
  const auto with_backlog = [&](const auto& use) {
    return Try(row->account_id, [&](rpc::Session& session, int64_t) { use(SearchBacklog(session)); });
  };
  if (with_backlog([&](SearchBacklog backlog) { backlog.DoPortion(*row); })) return true;
  // Nobody else has to wait for it for ever. The operator can have it rebuilt.
  with_backlog([&](SearchBacklog backlog) { backlog.Remove(*row); });
  return true;
}

bool SearchFollower::Try(int64_t account_id, const Body& body) {
  try {
    work_.Run(db_, account_id, "search:index", [&](rpc::Session& session) {
      body(session, SearchCursors::Lock(session.db, rpc::PartitionOf(account_id)));
    });
    return true;
  } catch (const std::exception& error) {
    if (MaySucceedLater(error)) throw;
    log_.Error("what has changed in an account cannot be put into its search: rebuild it when this is mended",
               {{"account", account_id}, {"error", error.what()}});
    return false;
  }
}

void SearchFollower::StorePositions() {
  const auto is_behind = [](const auto& each) { return each.second.stored < each.second.seen; };
  if (std::ranges::none_of(*positions_, is_behind)) return;
  storage::RunTransaction(db_, [&](storage::Transaction& transaction) {
    for (const auto& [partition, position] : *positions_) {
      if (position.stored < position.seen) SearchCursors::Move(transaction.db, partition, position.seen);
    }
  });
  for (auto& [partition, position] : *positions_) position.stored = position.seen;
}

}  // namespace voronka::crm
