#include "tests/bench/system/board_fields.h"

#include <chrono>
#include <string>

#include "foundation/storage/connection.h"
#include "tests/bench/callers.h"
#include "tests/bench/data/data_set.h"
#include "tests/bench/data/own_fields.h"
#include "tests/bench/database_options.h"
#include "tests/support/account.h"
#include "tests/support/system.h"
#include "voronka/crm/v1/board.pb.h"

namespace voronka::bench {
namespace {

using namespace std::chrono_literals;

constexpr int kCards = 50;
constexpr int kFields = 5;
constexpr int64_t kDeals = 10'000;
constexpr double kTimes = 1.2;

crm::v1::ListCardsRequest Column() {
  crm::v1::ListCardsRequest request;
  request.set_pipeline(kPipeline);
  request.set_stage(kStages[0]);
  request.set_page_size(kCards);
  return request;
}

crm::v1::FieldSet FiveFields(testing::Account& account) {
  crm::v1::GetFieldSetRequest get;
  get.set_entity(crm::v1::ENTITY_DEAL);
  crm::v1::UpdateFieldSetRequest request;
  *request.mutable_field_set() = account.admin().Call<crm::v1::FieldSet>(get);
  AddOwnFields(*request.mutable_field_set(), kFields);
  return account.admin().Call<crm::v1::FieldSet>(request);
}

}  // namespace

void MeasureBoardFields(Report& report) {
  testing::System system({.database = DatabaseOptions()});
  storage::Connection crm(system.SchemaOf("crm"), storage::StatementLimit::kNone);
  testing::Account filled(system, 1, 5min, testing::Queue::kWithoutQueue);
  testing::Account bare(system, 1, 5min, testing::Queue::kWithoutQueue);
  for (auto* account : {&filled, &bare}) AddDeals(crm, account->id(), account->manager_id(0), kDeals);
  PlaceDeals(crm, filled.id(), kPipeline, kStages[0], FilledIn(FiveFields(filled), filled.manager_id(0)));
  PlaceDeals(crm, bare.id(), kPipeline, kStages[0], crm::v1::Deal());
  const Callers callers(system);
  const auto trial = [&](const char* name, const testing::Account& account) {
    const Call call{callers.Manager(account.id(), account.manager_id(0)), Column().SerializeAsString()};
    return Trial{{name, system.crm().address(), system.crm().pid(), system.database().pid()},
                 {.method = "/voronka.crm.v1.BoardService/ListCards", .next = [call](int) { return call; }}};
  };
  const auto what =
      fmt::format("{} cards with {} fields of the account's own on each; floor: with none", kCards, kFields);
  const auto figures = report.Measure(what, {trial("filled", filled), trial("bare", bare)}, {.in_flight = 1});
  const double times = figures[0].p50 / figures[1].p50;
  report.Add({.what = what,
              .ours = Readable(figures[0]),
              .floor = Readable(figures[1]),
              .ratio = fmt::format("{:.2f}×", times),
              .goal = fmt::format("≤ {}× the time", kTimes),
              .met = times <= kTimes});
}

}  // namespace voronka::bench
