#include "tests/bench/rows/filtered_deals.h"

#include "tests/bench/rows/account_choice.h"
#include "tests/bench/rows/many_deals.h"
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
  MeasureInManyDeals(contest, report, "50 filtered deals of 1,000,000 against 10,000", method(), OpenDeals(),
                     kTimesFew);
}

}  // namespace voronka::bench
