#include "tests/system/history/event_index.h"
#include "tests/system/history/naming.h"
#include "tests/system/history/rules.h"
#include "tests/system/history/told_answer.h"

namespace voronka::testing {
namespace {

constexpr char kNotes[] = "voronka.crm.v1.TimelineService.AddNote";
constexpr char kReassignments[] = "voronka.crm.v1.DealService.ReassignDeal";

void CheckAcknowledged(const Operation& operation, const Events& events, Findings& findings) {
  const auto told = ToldAnswer(events);
  // Giving a deal to its permanent owner changes nothing.
  if (!told && operation.method == kReassignments) return;
  if (!told) return findings.Add("{} was acknowledged, and has not happened", NameOf(operation));
  for (const auto& answer : operation.answers) {
    if (answer != *told) findings.Add("{} was answered other than {} tells", NameOf(operation), NameOf(*events[0]));
  }
}

}  // namespace

void AnswersAreEvents(const History& history, Findings& findings) {
  const auto requests = EventsOfRequests(history);
  for (const auto& operation : history.operations) {
    if (operation.method == kNotes) continue;
    const auto found = requests.find(KeyOf(operation));
    const Events events = found == requests.end() ? Events() : found->second;
    if (operation.outcome == Operation::Outcome::kAcknowledged) CheckAcknowledged(operation, events, findings);
    if (operation.outcome == Operation::Outcome::kRefused && !events.empty()) {
      findings.Add("{} was refused ({}), and has happened: {}", NameOf(operation), operation.reason,
                   NameOf(*events[0]));
    }
  }
}

}  // namespace voronka::testing
