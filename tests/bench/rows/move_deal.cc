#include "tests/bench/rows/move_deal.h"

#include <memory>
#include <random>

#include "client/request_id.h"
#include "tests/bench/rows/move_deal_floor.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::bench {
namespace {

constexpr char kMethod[] = "/voronka.crm.v1.DealService/MoveDeal";
constexpr int kInFlight[] = {64, 8, 1};
constexpr double kShareOfFloor = 0.8;
constexpr double kTimesP99 = 1.5;

// Among a pool's places, by account and then by deal: the load moves the deals before this one of each account.
constexpr int64_t kSampledAccount = 29;
constexpr int64_t kSampledFrom = 400;

crm::v1::MoveDealRequest RequestOf(const MovableDeals::Move& move) {
  crm::v1::MoveDealRequest request;
  request.set_request_id(client::NewRequestId());
  request.set_deal_id(move.deal_id);
  request.set_stage(move.stage);
  return request;
}

// Moves deals at random, each lane its own.
class Moves {
 public:
  Moves(const Workbench& workbench, const DealPool& pool) : pool_(pool), deals_(pool) {
    for (int64_t i = 0; i < pool.accounts; ++i) managers_.push_back(workbench.Manager(pool.first_account + i));
  }

  Load Of(int lanes) {
    return {.method = kMethod, .next = [this, lanes](int lane) {
              const auto move = deals_.Next(Place(lane, lanes));
              return Call{managers_[move.account_id - pool_.first_account], RequestOf(move).SerializeAsString()};
            }};
  }

 private:
  int64_t Place(int lane, int lanes) {
    const int64_t places = deals_.size() / 500 * kSampledFrom;
    return std::uniform_int_distribution<int64_t>(0, places / lanes - 1)(random_) * lanes + lane;
  }

  const DealPool pool_;
  MovableDeals deals_;
  std::vector<client::Metadata> managers_;
  std::minstd_rand random_{1};
};

}  // namespace

MoveDeal::MoveDeal(Workbench& workbench) : workbench_(workbench), samples_(kThousandAccounts) {
  Script script;
  script.set_method(kMethod);
  for (const int from : {0, 1}) {
    *script.add_courses() = workbench_.recorder().Record([this, from] { return Sample(from); });
  }
  const Script least = LeastMove(workbench_.db(), script.courses(0).answer());
  contenders_ = {workbench_.Ours(), workbench_.StartFloor("floor-b", {script}),
                 workbench_.StartFloor("floor-a", {least})};
  CheckFloor(contenders_[1], script);
}

SampleCall MoveDeal::Sample(int stage) {
  const int64_t of_account = kSampledFrom + 2 * sampled_[stage]++ + stage;
  const auto move = samples_.Next(of_account * kThousandAccounts.accounts + kSampledAccount);
  auto row = workbench_.db().SelectOne<crm::v1::Deal>("SELECT {columns} FROM deals WHERE account_id = ? AND id = ?",
                                                      move.account_id, move.deal_id);
  return {.method = kMethod,
          .account_id = move.account_id,
          .metadata = workbench_.Manager(move.account_id),
          .request = std::make_unique<crm::v1::MoveDealRequest>(RequestOf(move)),
          .row = std::make_unique<crm::v1::Deal>(row.value())};
}

void MoveDeal::CheckFloor(const Contender& floor, const Script& script) {
  for (const int from : {0, 1}) {
    workbench_.recorder().CheckSends(floor.address, Sample(from), script.courses(from));
  }
}

void MoveDeal::Measure(Report& report) {
  MeasureIn(kThousandAccounts, "1,000,000 deals, 1,000 accounts", report);
  MeasureIn(kOneAccount, "1,000,000 deals, 1 account", report);
}

void MoveDeal::MeasureIn(const DealPool& pool, const std::string& where, Report& report) {
  Moves moves(workbench_, pool);
  for (const int in_flight : kInFlight) {
    const auto what = fmt::format("`MoveDeal`, {}, {} in flight", where, in_flight);
    const auto figures = Compare(contenders_, moves.Of(in_flight), {.in_flight = in_flight});
    for (size_t i = 0; i < contenders_.size(); ++i) report.Show(what, contenders_[i].name, figures[i]);
    report.Compare(what, figures[0], figures[1], kShareOfFloor, kTimesP99);
    report.Add({.what = what + ", against floor A",
                .ours = fmt::format("{:.0f}/s", figures[0].per_second),
                .floor = fmt::format("{:.0f}/s, p99 {:.1f} ms", figures[2].per_second, figures[2].p99),
                .ratio = fmt::format("{:.2f}", figures[0].per_second / figures[2].per_second)});
  }
}

}  // namespace voronka::bench
