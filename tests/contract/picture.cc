#include "tests/contract/picture.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>
#include <vector>

#include "foundation/storage/connection.h"
#include "tests/support/eventually.h"

namespace voronka::testing {
namespace {

using storage::Connection;

constexpr const char* kServices[] = {"crm", "distribution", "notifier"};
constexpr const char* kFollowers[] = {"distribution", "notifier"};

// In the table `timers`.
constexpr int kArmed = 1;
constexpr int64_t kSoon = std::chrono::microseconds(std::chrono::seconds(10)).count();

// Bookkeeping that changes even if nothing else does, and the index of the search, which follows from other tables.
const std::set<std::string> kBookkeeping = {"event_heartbeats", "heartbeats",        "event_cursors",  "id_sequences",
                                            "revoked_sessions", "outdated_tokens",   "search_backlog", "search_cursors",
                                            "search_spellings", "search_vocabulary", "search_words"};

// Rows that are tried again and again, and what that says of devices: only their number says what was done.
const std::set<std::string> kRetried = {"pushes", "devices"};

std::vector<std::string> TablesOf(Connection& db, const std::string& schema) {
  std::vector<std::string> tables;
  for (const auto& row : db.Query("SELECT table_name FROM information_schema.tables WHERE table_schema = ?", schema)) {
    if (!kBookkeeping.contains(row.Text(0)) && !kRetried.contains(row.Text(0))) tables.push_back(row.Text(0));
  }
  return tables;
}

void AddNumbersOfRetried(Connection& db, const std::string& schema, Picture& picture) {
  for (const auto& row : db.Query("SELECT table_name FROM information_schema.tables WHERE table_schema = ?", schema)) {
    const auto table = row.Text(0);
    if (kRetried.contains(table)) picture[table] = std::to_string(db.Query("SELECT COUNT(*) FROM " + table)[0].Int(0));
  }
}

// Kept, as pictures are taken after each of thousands of calls.
Connection& ConnectionTo(const config::v1::Database& schema) {
  static std::map<std::string, Connection> connections;
  return connections.try_emplace(schema.schema(), schema).first->second;
}

void AddSchema(const config::v1::Database& schema, Picture& picture) {
  auto& db = ConnectionTo(schema);
  const std::string checksums = fmt::format("CHECKSUM TABLE {}", fmt::join(TablesOf(db, schema.schema()), ", "));
  for (const auto& row : db.Query(checksums)) picture[row.Text(0)] = std::to_string(row.Int(1));
  AddNumbersOfRetried(db, schema.schema(), picture);
}

Picture AtThisMoment(System& system) {
  Picture picture;
  for (const std::string service : kServices) AddSchema(system.SchemaOf(service), picture);
  return picture;
}

std::vector<std::pair<int64_t, int64_t>> Offsets(const config::v1::Database& schema, const char* sql) {
  std::vector<std::pair<int64_t, int64_t>> offsets;
  for (const auto& row : Connection(schema).Query(sql)) offsets.emplace_back(row.Int(0), row.Int(1));
  return offsets;
}

bool EverybodyHasReadTheLog(System& system) {
  const auto heads = Offsets(system.SchemaOf("crm"),
                             "SELECT partition_id, head FROM event_partitions WHERE head > 0 ORDER BY partition_id");
  return std::ranges::all_of(kFollowers, [&](const char* follower) {
    return heads ==
           Offsets(system.SchemaOf(follower),
                   "SELECT partition_id, offset_id FROM event_cursors WHERE offset_id > 0 ORDER BY partition_id");
  });
}

// An offer that is on its way to crm_service has a timer that is due within seconds; nothing else here is due so soon.
bool NothingIsDue(System& system) {
  const int64_t soon = system.clock().NowMicros() + kSoon;
  return std::ranges::all_of(kFollowers, [&](const char* follower) {
    Connection db(system.SchemaOf(follower));
    return db.Query("SELECT subject FROM timers WHERE state = ? AND due < ? LIMIT 1", kArmed, soon).empty();
  });
}

}  // namespace

Picture PictureOf(System& system) {
  Picture picture;
  const bool still = Eventually([&] {
    const Picture before = std::exchange(picture, AtThisMoment(system));
    return EverybodyHasReadTheLog(system) && NothingIsDue(system) && picture == before;
  });
  if (!still) throw std::runtime_error("the services do not come to rest");
  return picture;
}

Picture PictureAfterCall(System& system, const Picture& before) {
  auto picture = AtThisMoment(system);
  return picture == before ? picture : PictureOf(system);
}

std::vector<std::string> ChangedTables(const Picture& before, const Picture& after) {
  std::vector<std::string> changed;
  for (const auto& [table, checksum] : after) {
    if (before.at(table) != checksum) changed.push_back(table);
  }
  return changed;
}

}  // namespace voronka::testing
