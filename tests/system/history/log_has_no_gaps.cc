#include <map>

#include "tests/system/history/rules.h"

namespace voronka::testing {

void LogHasNoGaps(const History& history, Findings& findings) {
  std::map<int, int64_t> heads;
  for (const auto& event : history.events) {
    const int64_t expected = heads[event.partition()] + 1;
    if (event.offset() != expected) {
      findings.Add("partition {}: {} where {} was to come", event.partition(), event.offset(), expected);
    }
    heads[event.partition()] = event.offset();
  }
}

}  // namespace voronka::testing
