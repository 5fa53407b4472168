#include <map>
#include <string>
#include <tuple>

#include "tests/system/history/rules.h"

namespace voronka::testing {
namespace {

// Account, pipeline, stage, responsible, currency.
using Key = std::tuple<int64_t, std::string, std::string, int64_t, std::string>;

struct Sum {
  int64_t deals = 0;
  int64_t amount_minor = 0;

  friend bool operator==(const Sum&, const Sum&) = default;
};

std::map<Key, Sum> Counted(const std::vector<Owned<crm::v1::Deal>>& deals) {
  std::map<Key, Sum> sums;
  for (const auto& [account_id, deal] : deals) {
    auto& sum = sums[{account_id, deal.pipeline(), deal.stage(), deal.responsible_user_id(), deal.amount().currency()}];
    ++sum.deals;
    sum.amount_minor += deal.amount().minor();
  }
  return sums;
}

}  // namespace

void TotalsAreCounts(const History& history, Findings& findings) {
  auto counted = Counted(history.deals);
  for (const auto& [account_id, total] : history.totals) {
    const Key key{account_id, total.pipeline(), total.stage(), total.responsible_user_id(), total.currency()};
    const Sum sum = counted[key];
    counted.erase(key);
    if (sum == Sum{total.deals(), total.amount_minor()}) continue;
    findings.Add("account {}: {} stand there, and the kept total is {}", account_id, sum.deals,
                 total.ShortDebugString());
  }
  for (const auto& [key, sum] : counted) {
    findings.Add("account {}, stage {}, user {}: {} deals have no kept total", std::get<0>(key), std::get<2>(key),
                 std::get<3>(key), sum.deals);
  }
}

}  // namespace voronka::testing
