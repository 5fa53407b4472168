#include "tests/system/history/checker.h"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "tests/system/history/rules.h"
#include "tests/system/history/stream_rules.h"

namespace voronka::testing {
namespace {

// The product promises 1 s, but here the load uses the whole machine.
constexpr std::chrono::seconds kTimelyWithin(3);

struct Rule {
  const char* name;
  void (*check)(const History& history, Findings& findings);
};

constexpr Rule kRules[] = {
    {"LogHasNoGaps", LogHasNoGaps},
    {"AnswersAreExpected", AnswersAreExpected},
    {"AnswersAreEvents", AnswersAreEvents},
    {"NotesAreKeptOnce", NotesAreKeptOnce},
    {"RequestsActOnce", RequestsActOnce},
    {"RequestKeysTellAnswers", RequestKeysTellAnswers},
    {"DealsAreChains", DealsAreChains},
    {"OffersKeepTheRules", OffersKeepTheRules},
    {"OrderIsRealTime", OrderIsRealTime},
    {"ReadingsAreCurrent", ReadingsAreCurrent},
    {"RowsAgreeWithEvents", RowsAgreeWithEvents},
    {"TotalsAreCounts", TotalsAreCounts},
    {"VisitsAreMoves", VisitsAreMoves},
    {"TimelineTellsEvents", TimelineTellsEvents},
    {"NobodyIsForgotten", NobodyIsForgotten},
    {"NewsIsToldOnce", NewsIsToldOnce},
    {"RemindersComeOnce", RemindersComeOnce},
};

struct StreamRule {
  const char* name;
  void (*check)(const StreamRecord& stream, const Log& log, Findings& findings);
};

constexpr StreamRule kStreamRules[] = {
    {"StreamIsOrdered", IsOrdered},           {"StreamIsUnique", IsUnique},
    {"StreamIsReliable", IsReliable},         {"StreamIsResumable", IsResumable},
    {"StreamIsBookmarkable", IsBookmarkable}, {"StreamIsPrivate", IsPrivate},
};

void Append(const Findings& findings, std::vector<Violation>& violations) {
  std::ranges::copy(findings.violations(), std::back_inserter(violations));
}

void CheckStreams(const std::vector<StreamRecord>& streams, const Log& log, std::vector<Violation>& violations) {
  for (const auto& [name, check] : kStreamRules) {
    Findings findings(name);
    for (const auto& stream : streams) check(stream, log, findings);
    Append(findings, violations);
  }
}

void CheckTimes(const std::vector<StreamRecord>& streams, const Log& log, const History& history,
                std::vector<Violation>& violations) {
  if (history.clock_was_stepped) return;
  Findings findings("StreamIsTimely");
  AreTimely(Delays(streams, log, history.disturbances), kTimelyWithin, findings);
  Append(findings, violations);
}

}  // namespace

std::vector<Violation> Check(const History& history) {
  std::vector<Violation> violations;
  for (const auto& [name, check] : kRules) {
    Findings findings(name);
    check(history, findings);
    Append(findings, violations);
  }
  const Log events = LogOf(history.events);
  CheckStreams(history.watches, events, violations);
  CheckTimes(history.watches, events, history, violations);
  CheckStreams(history.subscriptions, history.notices, violations);
  CheckTimes(history.subscriptions, history.notices, history, violations);
  return violations;
}

}  // namespace voronka::testing
