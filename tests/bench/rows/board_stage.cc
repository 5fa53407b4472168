#include "tests/bench/rows/board_stage.h"

#include "tests/bench/rows/account_choice.h"
#include "tests/bench/rows/many_deals.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::bench {
namespace {

constexpr int kCards = 50;
constexpr int kInFlight[] = {64, 8};
constexpr Goal kGoal{.share = 0.7};
constexpr double kTimesFewDeals = 1.2;

crm::v1::ListDealsRequest Request() {
  crm::v1::ListDealsRequest request;
  request.set_pipeline(kPipeline);
  // An account whose deals no other row moves.
  request.set_stage(kStages[2]);
  request.set_page_size(kCards);
  return request;
}

}  // namespace

std::string BoardStage::method() const { return "/voronka.crm.v1.DealService/ListDeals"; }

std::vector<std::function<SampleCall()>> BoardStage::samples(Workbench& workbench) {
  return {[this, &workbench] {
    return SampleCall{.method = method(),
                      .account_id = kSampledAccount,
                      .metadata = workbench.Manager(kSampledAccount),
                      .request = std::make_unique<crm::v1::ListDealsRequest>(Request()),
                      .row = nullptr};
  }};
}

void BoardStage::Measure(const Contest& contest, Report& report) {
  AccountChoice accounts(kThousandAccounts, [&](int64_t id) { return contest.workbench.Manager(id); });
  const Load load{.method = method(), .next = [&, request = Request().SerializeAsString()](int) {
                    return Call{accounts.Next().caller, request};
                  }};
  for (const int in_flight : kInFlight) {
    const auto what = fmt::format("a stage of the board ({} cards), {} in flight", kCards, in_flight);
    const auto figures = report.Measure(what, {{contest.ours, load}, {contest.floor, load}}, {.in_flight = in_flight});
    report.Compare(what, figures[0], figures[1], kGoal);
  }
  MeasureInManyDeals(contest, report, "a stage of the board in 1,000,000 deals against 10,000", method(), Request(),
                     kTimesFewDeals);
}

}  // namespace voronka::bench
