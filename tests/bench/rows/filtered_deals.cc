#include "tests/bench/rows/filtered_deals.h"

#include "tests/bench/rows/account_choice.h"
#include "voronka/crm/v1/filter.pb.h"

namespace voronka::bench {
namespace {

constexpr int kListed = 50;
constexpr double kTimesFew = 2;

crm::v1::FilterDealsRequest OpenDeals() {
  crm::v1::FilterDealsRequest request;
  auto& comparison = *request.mutable_filter()->mutable_comparison();
  comparison.set_field("deal.state");
  comparison.set_operator_(crm::v1::Comparison::OPERATOR_ONE_OF);
  comparison.add_values()->set_choice("open");
  request.set_order_by("create_time desc");
  request.set_page_size(kListed);
  return request;
}

}  // namespace

std::string FilteredDeals::method() const { return "/voronka.crm.v1.FilterService/FilterDeals"; }

std::vector<std::function<SampleCall()>> FilteredDeals::samples(Workbench& workbench) {
  return {[this, &workbench] {
    return SampleCall{.method = method(),
                      .account_id = kSampledAccount,
                      .metadata = workbench.Manager(kSampledAccount),
                      .request = std::make_unique<crm::v1::FilterDealsRequest>(OpenDeals()),
                      .row = nullptr};
  }};
}

void FilteredDeals::Measure(const Contest& contest, Report& report) {
  const auto in_account = [&](const DealPool& pool) {
    Call call{contest.workbench.Manager(pool.first_account), OpenDeals().SerializeAsString()};
    return Trial{contest.ours, {.method = method(), .next = [call](int) { return call; }}};
  };
  const std::string what = "50 filtered deals of 1,000,000 against 10,000";
  const auto figures = report.Measure(what, {in_account(kOneAccount), in_account(kSmallAccount)}, {.in_flight = 1});
  const double times = figures[0].p50 / figures[1].p50;
  report.Add({.what = what,
              .ours = fmt::format("p50 {:.2f} ms", figures[0].p50),
              .floor = fmt::format("p50 {:.2f} ms", figures[1].p50),
              .ratio = fmt::format("{:.2f}×", times),
              .goal = fmt::format("≤ {}× the time", kTimesFew),
              .met = times <= kTimesFew});
}

}  // namespace voronka::bench
