#include "distribution_service/background/deals_of_nobody.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <chrono>
#include <set>

namespace voronka::distribution {
namespace {

using google::protobuf::util::TimeUtil;

constexpr int64_t kOneMinute = std::chrono::microseconds(std::chrono::minutes(1)).count();
// Longer than an offer takes to be made, even after a restart of everything.
constexpr int64_t kPatience = 10 * kOneMinute;
constexpr double kSecond = 1'000'000;

}  // namespace

void Forgotten::Count(const std::vector<crm::v1::Deal>& unowned, int64_t now) {
  for (const auto& deal : unowned) {
    const int64_t changed = TimeUtil::TimestampToMicroseconds(deal.update_time());
    if (now - changed < kPatience) continue;
    if (deals++ > 0 && changed >= since) continue;
    oldest_deal_id = deal.id();
    since = changed;
  }
}

DealsOfNobody::DealsOfNobody(process::Log& log, process::Metrics& metrics)
    : log_(log),
      deals_(metrics.Gauge("deals_of_nobody", "Deals of queues that nobody has, untouched for ten minutes.")),
      accounts_(metrics.Gauge("accounts_with_deals_of_nobody", "Accounts that have such deals.")),
      oldest_(metrics.Gauge("oldest_deal_of_nobody_seconds", "How long the oldest such deal is untouched; 0: none.")) {}

void DealsOfNobody::Found(int64_t account_id, const Forgotten& forgotten, int64_t now) {
  const auto known = by_account_.find(account_id);
  const int64_t before = known == by_account_.end() ? 0 : known->second.deals;
  if (forgotten.deals == 0) {
    by_account_.erase(account_id);
  } else {
    by_account_[account_id] = forgotten;
  }
  Report(now);
  if (forgotten.deals == before) return;
  if (forgotten.deals == 0) return log_.Info("no deal waits for an owner any more", {{"account", account_id}});
  log_.Warning("deals wait for an owner", {{"account", account_id},
                                           {"deals", forgotten.deals},
                                           {"oldest_deal", forgotten.oldest_deal_id},
                                           {"untouched_minutes", (now - forgotten.since) / kOneMinute}});
}

void DealsOfNobody::KeepOnly(const std::vector<int64_t>& account_ids, int64_t now) {
  const std::set<int64_t> kept(account_ids.begin(), account_ids.end());
  std::erase_if(by_account_, [&](const auto& entry) { return !kept.contains(entry.first); });
  Report(now);
}

void DealsOfNobody::Report(int64_t now) {
  int64_t deals = 0;
  int64_t since = now;
  for (const auto& [account_id, forgotten] : by_account_) {
    deals += forgotten.deals;
    since = std::min(since, forgotten.since);
  }
  deals_.Set(static_cast<double>(deals));
  accounts_.Set(static_cast<double>(by_account_.size()));
  oldest_.Set(static_cast<double>(now - since) / kSecond);
}

}  // namespace voronka::distribution
