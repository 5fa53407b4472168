#include <set>
#include <string>

#include "tests/system/history/naming.h"
#include "tests/system/history/rules.h"

namespace voronka::testing {
namespace {

// Reasons for refusals that are normal when people work on the same deals.
const std::set<std::string>& Refusals() {
  static const std::set<std::string> reasons{
      "ALREADY_IN_STAGE",
      "NOT_OPEN",
      "NOT_RESPONSIBLE",
      "NOT_YOUR_TASK",
      "NO_OFFER",
      "OFFER_EXPIRED",
      "STALE_ETAG",
      "STALE_EPOCH",
      "TASK_COMPLETED",
      // Of a deal that was lost already, which its manager may reopen.
      "COMMENT_REQUIRED",
  };
  return reasons;
}

}  // namespace

void AnswersAreExpected(const History& history, Findings& findings) {
  for (const auto& operation : history.operations) {
    if (operation.outcome == Operation::Outcome::kAcknowledged || Refusals().contains(operation.reason)) continue;
    findings.Add("{} failed, after {} attempts: {}", NameOf(operation), operation.attempts, operation.failure);
  }
}

}  // namespace voronka::testing
