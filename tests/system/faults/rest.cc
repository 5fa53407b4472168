#include "tests/system/faults/rest.h"

#include <fmt/format.h>

#include "foundation/storage/connection.h"

namespace voronka::testing {
namespace {

using storage::Connection;

// State 1 is an open deal or an armed timer; offers below 3 are planned or standing.
constexpr const char* kUndecided = "SELECT COUNT(*) FROM deals WHERE state = 1 AND offer_deadline IS NOT NULL";
constexpr const char* kNobodys =
    "SELECT COUNT(*) FROM deals WHERE state = 1 AND stage = 'new' AND responsible_user_id = 0";
constexpr const char* kOpenOffers = "SELECT COUNT(*) FROM offers WHERE state < 3";
constexpr const char* kArmed = "SELECT COUNT(*) FROM timers WHERE state = 1";
constexpr const char* kUnread =
    "SELECT COALESCE(SUM(p.head - COALESCE(c.offset_id, 0)), 0) FROM voronka_crm.event_partitions AS p "
    "LEFT JOIN event_cursors AS c ON c.partition_id = p.partition_id";

void Count(Connection& db, const char* sql, const char* name, std::string& left) {
  const int64_t count = db.Query(sql).at(0).Int(0);
  if (count != 0) left += fmt::format("{} {}; ", count, name);
}

}  // namespace

std::string WorkLeft(const System& system) {
  std::string left;
  Connection crm(system.SchemaOf("crm"));
  Count(crm, kUndecided, "deals are on offer", left);
  Count(crm, kNobodys, "deals are nobody's", left);
  Connection distribution(system.SchemaOf("distribution"));
  Count(distribution, kOpenOffers, "offers are planned or stand", left);
  Count(distribution, kUnread, "events are unread by distribution", left);
  Connection notifier(system.SchemaOf("notifier"));
  Count(notifier, kUnread, "events are unread by the notifier", left);
  Count(notifier, kArmed, "timers are armed in the notifier", left);
  return left;
}

}  // namespace voronka::testing
