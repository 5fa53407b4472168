#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <vector>

namespace voronka::distribution {

// Which accounts are to be compared next. Each waits at most once, however often it is asked for. Not thread-safe.
class ReconcileRequests {
 public:
  // Somebody waits for this account: it comes before those of a round.
  void Ask(int64_t account_id);
  // Begins a round of all accounts; does nothing while the one before is not done.
  void AskRound();

  // True once for each round: its accounts are to be listed now.
  bool MustListRound();
  void AddRound(const std::vector<int64_t>& accounts);

  // The account that is to be compared now; none: nothing waits. Whoever asks for it from now on gets another
  // comparison, because this one may have passed what they mean.
  std::optional<int64_t> Next();
  bool empty() const { return !must_list_ && asked_.empty() && round_.empty(); }

 private:
  std::optional<int64_t> Take(std::deque<int64_t>& accounts);

  bool must_list_ = false;
  std::deque<int64_t> asked_;
  std::deque<int64_t> round_;
  // Those in `asked_` or `round_`.
  std::set<int64_t> waiting_;
};

}  // namespace voronka::distribution
