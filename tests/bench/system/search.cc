#include "tests/bench/system/search.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>
#include <vector>

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
constexpr double kMostMillis = 50;
constexpr double kTimes = 1.5;

// What the screen asks for while somebody types three words: from the second letter on, after each one.
std::vector<std::string> TypedWords() {
  const std::vector<std::string> letters = {"н", "е", "в", "с", "к", " ", "с", "в", "е", "т",
                                            " ", "м", "а", "г", "а", "з", "и", "н", "а"};
  std::vector<std::string> requests;
  crm::v1::SearchRequest request;
  for (size_t i = 0; i < letters.size(); ++i) {
    *request.mutable_query() += letters[i];
    if (i > 0 && letters[i] != " ") requests.push_back(request.SerializeAsString());
  }
  return requests;
}

// One after another, over and over.
std::function<Call(int)> TypingOver(const client::Metadata& who) {
  return [who, requests = TypedWords(), typed = size_t{0}](int) mutable {
    return Call{who, requests[typed++ % requests.size()]};
  };
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
    return Trial{{name, system.crm().address(), system.crm().pid(), system.database().pid()},
                 {.method = "/voronka.crm.v1.SearchService/Search",
                  .next = TypingOver(callers.Manager(account.id(), account.manager_id(0)))}};
  };
  const auto what = fmt::format("`Search` while 3 words are typed, in {} deals; floor: in {}", kManyDeals, kFewDeals);
  const auto figures = report.Measure(what, {trial("many", many), trial("few", few)}, {.in_flight = 1});
  const double times = figures[0].p99 / figures[1].p99;
  report.Add({.what = what,
              .ours = Readable(figures[0]),
              .floor = Readable(figures[1]),
              .ratio = fmt::format("p99 {:.2f}×", times),
              .goal = fmt::format("p99 ≤ {} ms, ≤ {}×", kMostMillis, kTimes),
              .met = figures[0].p99 <= kMostMillis && times <= kTimes});
}

}  // namespace voronka::bench
