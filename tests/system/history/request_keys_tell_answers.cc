#include <map>
#include <tuple>

#include "tests/system/history/naming.h"
#include "tests/system/history/rules.h"

namespace voronka::testing {
namespace {

using Key = std::tuple<int64_t, std::string, std::string, std::string>;

void CheckKept(const Operation& operation, const std::string& kept, Findings& findings) {
  for (const auto& answer : operation.answers) {
    if (answer != kept) findings.Add("{} is kept with another answer than it was given", NameOf(operation));
  }
}

}  // namespace

void RequestKeysTellAnswers(const History& history, Findings& findings) {
  std::map<Key, std::string> kept;
  for (const auto& row : history.request_keys) {
    kept[{row.account_id, row.caller, row.method, row.request_id}] = row.answer;
  }
  for (const auto& operation : history.operations) {
    const auto found = kept.find({operation.account_id, operation.caller, operation.method, operation.request_id});
    if (found != kept.end()) CheckKept(operation, found->second, findings);
    if (operation.outcome == Operation::Outcome::kAcknowledged && found == kept.end()) {
      findings.Add("{} was acknowledged, and is not kept", NameOf(operation));
    }
    if (operation.outcome == Operation::Outcome::kRefused && found != kept.end()) {
      findings.Add("{} was refused, and is kept as answered", NameOf(operation));
    }
  }
}

}  // namespace voronka::testing
