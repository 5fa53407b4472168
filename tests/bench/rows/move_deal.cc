#include "tests/bench/rows/move_deal.h"

#include <memory>

#include "tests/bench/rows/least_move.h"
#include "tests/bench/rows/moves.h"

namespace voronka::bench {
namespace {

constexpr int kInFlight[] = {64, 8, 1};
constexpr Goal kGoal{.share = 0.8, .times_p99 = 1.5};

Report::Row AgainstLeast(const std::string& what, const Figures& ours, const Figures& least) {
  return {.what = what + ", floor A",
          .ours = Readable(ours),
          .floor = Readable(least),
          .ratio = fmt::format("{:.2f}, p99 {:.2f}×", ours.per_second / least.per_second, ours.p99 / least.p99)};
}

}  // namespace

std::string MoveDeal::method() const { return "/voronka.crm.v1.DealService/MoveDeal"; }

std::vector<std::function<SampleCall()>> MoveDeal::samples(Workbench& workbench) {
  return {[this, &workbench] { return Sample(workbench, 0); }, [this, &workbench] { return Sample(workbench, 1); }};
}

SampleCall MoveDeal::Sample(Workbench& workbench, int stage) {
  const int64_t of_account = kSampledFrom + 2 * sampled_[stage]++ + stage;
  const auto move =
      samples_.Next(of_account * kThousandAccounts.accounts + kSampledAccount - kThousandAccounts.first_account);
  auto deal = workbench.db().SelectOne<crm::v1::Deal>("SELECT {columns} FROM deals WHERE account_id = ? AND id = ?",
                                                      move.account_id, move.deal_id);
  return {.method = method(),
          .account_id = move.account_id,
          .metadata = workbench.Manager(move.account_id),
          .request = std::make_unique<crm::v1::MoveDealRequest>(RequestOf(move)),
          .row = std::make_unique<crm::v1::Deal>(*std::move(deal))};
}

void MoveDeal::Measure(const Contest& contest, Report& report) {
  const auto least = contest.workbench.StartFloor("floor A", {LeastMove(method(), contest.workbench.db())});
  MeasureIn(kThousandAccounts, "1,000 accounts", contest, least, report);
  MeasureIn(kOneAccount, "1 account", contest, least, report);
}

void MoveDeal::MeasureIn(const DealPool& pool, const std::string& where, const Contest& contest, const Contender& least,
                         Report& report) const {
  Moves moves(contest.workbench, pool);
  for (const int in_flight : kInFlight) {
    const auto what = fmt::format("`MoveDeal`, {}, {} in flight", where, in_flight);
    const Load load = moves.Of(method(), in_flight);
    const auto figures =
        report.Measure(what, {{contest.ours, load}, {contest.floor, load}, {least, load}}, {.in_flight = in_flight});
    report.Compare(what, figures[0], figures[1], kGoal);
    report.Add(AgainstLeast(what, figures[0], figures[2]));
  }
}

}  // namespace voronka::bench
