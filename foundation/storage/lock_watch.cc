#include "foundation/storage/lock_watch.h"

#include <fmt/format.h>

#include "foundation/storage/errors.h"

namespace voronka::storage {
namespace {

constexpr std::chrono::milliseconds kBetweenLooks{25};
// Most changes have come to their end by then, and need no second connection.
constexpr std::chrono::milliseconds kBeforeFirstLook{100};

}  // namespace

LockWatch::LockWatch(const config::v1::Database& database, int64_t connection_id, MigrationReport& report)
    : db_(database),
      connection_id_(connection_id),
      report_(report),
      thread_([this](const std::stop_token& stop) { Watch(stop); }) {}

void LockWatch::Watch(const std::stop_token& stop) {
  const auto never = [] { return false; };
  std::unique_lock lock(mutex_);
  for (auto pause = kBeforeFirstLook; !stop.stop_requested(); pause = kBetweenLooks) {
    stopped_.wait_for(lock, stop, pause, never);
    if (stop.stop_requested()) return;
    try {
      LookOnce();
    } catch (const std::exception&) {
      // The statement has come to its end meanwhile; or the server cannot be reached, and has a limit of its own.
    }
  }
}

void LockWatch::LookOnce() {
  const auto waits = db_.Query(
      "SELECT query_id FROM information_schema.processlist WHERE id = ? AND state = 'Waiting for table metadata lock'",
      connection_id_);
  const int64_t statement = waits.empty() ? 0 : waits.front().Int(0);
  const auto now = std::chrono::steady_clock::now();
  if (statement != waiting_) since_ = now;
  waiting_ = statement;
  // By the number of the statement, so that the next one of that connection is spared.
  if (waiting_ != 0 && now - since_ >= kPatience) db_.ExecuteUnprepared(fmt::format("KILL QUERY ID {}", waiting_));
  if (waiting_ == 0) report_.GoesOn(std::nullopt);
}

}  // namespace voronka::storage
