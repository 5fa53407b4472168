#pragma once

#include <cstdint>
#include <set>

namespace voronka::distribution {

// Which comparisons have failed, and when they are tried again: after a second, then less and less often, down to once
// a minute, as everything is. After a start, crm_service may take some seconds to answer. Not thread-safe.
class ReconcileRetries {
 public:
  void Compared(int64_t account_id, bool has_failed);
  // The accounts of a round.
  void Listed(bool has_failed) { has_list_failed_ = has_failed; }

  // Called every second. Whether what has failed is to be tried again now.
  bool IsDue();
  const std::set<int64_t>& accounts() const { return accounts_; }
  bool has_list_failed() const { return has_list_failed_; }

 private:
  std::set<int64_t> accounts_;
  bool has_list_failed_ = false;
  // Seconds.
  int pause_ = 1;
  int left_ = 1;
};

}  // namespace voronka::distribution
