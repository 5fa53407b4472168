#include "tests/bench/system/search.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <thread>

#include "foundation/storage/connection.h"
#include "tests/bench/callers.h"
#include "tests/bench/data/data_set.h"
#include "tests/bench/database_options.h"
#include "tests/support/account.h"
#include "tests/support/system.h"
#include "voronka/crm/v1/search.pb.h"

namespace voronka::bench {
namespace {

using namespace std::chrono_literals;

constexpr int64_t kManyDeals = 1'000'000;
constexpr int64_t kFewDeals = 10'000;
constexpr double kTimes = 2;

crm::v1::SearchRequest ThreeWords() {
  crm::v1::SearchRequest request;
  request.set_query("невск свет магазина");
  return request;
}

void FillAccount(storage::Connection& crm, const testing::Account& account, int64_t deals) {
  AddDeals(crm, account.id(), account.manager_id(0), deals);
  // The deals of this data set are all called the same.
  crm.ExecuteUnprepared(
      fmt::format("UPDATE deals SET name = CONCAT('Светильники для магазина на Невском, ', 1 + id MOD 300) "
                  "WHERE account_id = {}",
                  account.id()));
  crm.ExecuteUnprepared(
      fmt::format("INSERT INTO search_backlog (account_id, kind, source, source_id, position) "
                  "VALUES ({}, {}, 0, 0, {}) ON DUPLICATE KEY UPDATE position = VALUES(position)",
                  account.id(), static_cast<int>(crm::v1::SearchResult::KIND_DEAL), INT64_MAX));
}

// How many seconds it takes until every deal is in the index.
double SecondsToIndex(storage::Connection& crm) {
  const auto begin = std::chrono::steady_clock::now();
  while (!crm.Query("SELECT 1 FROM search_backlog LIMIT 1").empty()) std::this_thread::sleep_for(100ms);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

void MeasureSearch(Report& report) {
  testing::System system({.database = DatabaseOptions()});
  storage::Connection crm(system.SchemaOf("crm"), storage::StatementLimit::kNone);
  const testing::Account many(system, 1, 5min, testing::Queue::kWithoutQueue);
  const testing::Account few(system, 1, 5min, testing::Queue::kWithoutQueue);
  FillAccount(crm, many, kManyDeals);
  FillAccount(crm, few, kFewDeals);
  report.Tell("indexing {} deals takes {:.0f} s", kManyDeals + kFewDeals, SecondsToIndex(crm));
  const Callers callers(system);
  const auto trial = [&](const char* name, const testing::Account& account) {
    const Call call{callers.Manager(account.id(), account.manager_id(0)), ThreeWords().SerializeAsString()};
    return Trial{{name, system.crm().address(), system.crm().pid(), system.database().pid()},
                 {.method = "/voronka.crm.v1.SearchService/Search", .next = [call](int) { return call; }}};
  };
  const auto what = fmt::format("`Search`, 3 words in {} deals; floor: in {}", kManyDeals, kFewDeals);
  const auto figures = report.Measure(what, {trial("many", many), trial("few", few)}, {.in_flight = 1});
  const double times = figures[0].p99 / figures[1].p99;
  report.Add({.what = what,
              .ours = Readable(figures[0]),
              .floor = Readable(figures[1]),
              .ratio = fmt::format("p99 {:.2f}×", times),
              .goal = fmt::format("p99 ≤ {}×", kTimes),
              .met = times <= kTimes});
}

}  // namespace voronka::bench
