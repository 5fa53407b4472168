#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::distribution {

// Deals on the stages of queues that nobody has, and with which nothing has happened for ten minutes.
struct Forgotten {
  int64_t deals = 0;
  // The one that has waited longest; 0: none.
  int64_t oldest_deal_id = 0;
  // Its last change, in microseconds since 1970.
  int64_t since = 0;

  // Counts those of the unowned deals of a stage that have waited so long.
  void Count(const std::vector<crm::v1::Deal>& unowned, int64_t now);
};

// What the comparison of each account has found, in the metrics and the log. There is one series however many accounts
// there are; the log names an account when its number of such deals changes. Not thread-safe.
class DealsOfNobody {
 public:
  DealsOfNobody(process::Log& log, process::Metrics& metrics);

  void Found(int64_t account_id, const Forgotten& forgotten, int64_t now);
  // Other accounts have no queues any more.
  void KeepOnly(const std::vector<int64_t>& account_ids, int64_t now);

 private:
  void Report(int64_t now);

  process::Log& log_;
  prometheus::Gauge& deals_;
  prometheus::Gauge& accounts_;
  prometheus::Gauge& oldest_;
  // Only those with such deals.
  std::map<int64_t, Forgotten> by_account_;
};

}  // namespace voronka::distribution
