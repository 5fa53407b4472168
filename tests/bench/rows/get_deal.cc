#include "tests/bench/rows/get_deal.h"

#include "tests/bench/rows/account_choice.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::bench {
namespace {

constexpr int kInFlight[] = {64, 8};
constexpr Goal kGoal{.share = 0.7};

crm::v1::GetDealRequest RequestFor(int64_t deal_id) {
  crm::v1::GetDealRequest request;
  request.set_deal_id(deal_id);
  return request;
}

}  // namespace

std::string GetDeal::method() const { return "/voronka.crm.v1.DealService/GetDeal"; }

std::vector<std::function<SampleCall()>> GetDeal::samples(Workbench& workbench) {
  return {[this, &workbench] {
    return SampleCall{.method = method(),
                      .account_id = kSampledAccount,
                      .metadata = workbench.Manager(kSampledAccount),
                      .request = std::make_unique<crm::v1::GetDealRequest>(RequestFor(kFirstDeal)),
                      .row = nullptr};
  }};
}

void GetDeal::Measure(const Contest& contest, Report& report) {
  AccountChoice accounts(kThousandAccounts, [&](int64_t id) { return contest.workbench.Manager(id); });
  const Load load{.method = method(), .next = [&](int) {
                    return Call{accounts.Next().caller, RequestFor(accounts.NextDeal()).SerializeAsString()};
                  }};
  for (const int in_flight : kInFlight) {
    const auto what = fmt::format("`GetDeal`, {} in flight", in_flight);
    const auto figures = report.Measure(what, {{contest.ours, load}, {contest.floor, load}}, {.in_flight = in_flight});
    report.Compare(what, figures[0], figures[1], kGoal);
  }
}

}  // namespace voronka::bench
