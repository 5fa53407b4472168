#include "distribution_service/background/reconcile_requests.h"

#include <algorithm>
#include <utility>

namespace voronka::distribution {

void ReconcileRequests::Ask(int64_t account_id) {
  if (!waiting_.insert(account_id).second) {
    // Waits in the round, or has been asked for already.
    if (std::erase(round_, account_id) == 0) return;
  }
  asked_.push_back(account_id);
}

void ReconcileRequests::AskRound() {
  if (round_.empty()) must_list_ = true;
}

bool ReconcileRequests::MustListRound() { return std::exchange(must_list_, false); }

void ReconcileRequests::AddRound(const std::vector<int64_t>& accounts) {
  for (const int64_t account_id : accounts) {
    if (waiting_.insert(account_id).second) round_.push_back(account_id);
  }
}

std::optional<int64_t> ReconcileRequests::Next() {
  const auto asked = Take(asked_);
  return asked ? asked : Take(round_);
}

std::optional<int64_t> ReconcileRequests::Take(std::deque<int64_t>& accounts) {
  if (accounts.empty()) return std::nullopt;
  const int64_t account_id = accounts.front();
  accounts.pop_front();
  waiting_.erase(account_id);
  return account_id;
}

}  // namespace voronka::distribution
