#include <algorithm>
#include <map>

#include "tests/system/history/naming.h"
#include "tests/system/history/rules.h"

namespace voronka::testing {
namespace {

using crm::v1::AddNoteRequest;
using crm::v1::TimelineEntry;

constexpr char kNotes[] = "voronka.crm.v1.TimelineService.AddNote";

// Each note has a unique text.
using Notes = std::multimap<std::pair<int64_t, std::string>, const TimelineEntry*>;

Notes NotesIn(const History& history) {
  Notes notes;
  for (const auto& [account_id, entry] : history.timeline) {
    if (entry.kind() == TimelineEntry::KIND_NOTE) notes.emplace(std::pair(account_id, entry.text()), &entry);
  }
  return notes;
}

bool IsAsAnswered(const Operation& operation, const TimelineEntry& kept) {
  const auto as_kept = kept.SerializeAsString();
  return std::ranges::all_of(operation.answers, [&](const auto& answer) { return answer == as_kept; });
}

void CheckNote(const Operation& operation, const Notes& notes, Findings& findings) {
  const auto request = Parsed<AddNoteRequest>(operation.request);
  const auto [begin, end] = notes.equal_range({operation.account_id, request.text()});
  const auto times = std::distance(begin, end);
  const bool acknowledged = operation.outcome == Operation::Outcome::kAcknowledged;
  const bool refused = operation.outcome == Operation::Outcome::kRefused;
  if (times > 1 || (acknowledged && times == 0) || (refused && times > 0)) {
    return findings.Add("{} is kept {} times", NameOf(operation), times);
  }
  if (times == 1 && !IsAsAnswered(operation, *begin->second)) {
    findings.Add("{} is kept other than it was answered", NameOf(operation));
  }
}

}  // namespace

void NotesAreKeptOnce(const History& history, Findings& findings) {
  const auto notes = NotesIn(history);
  for (const auto& operation : history.operations) {
    if (operation.method == kNotes) CheckNote(operation, notes, findings);
  }
}

}  // namespace voronka::testing
