#pragma once

#include "tests/system/history/history.h"
#include "tests/system/history/violations.h"

// What a history must hold to be legal. Each rule is a pure function in a file of its name.
namespace voronka::testing {

// Offsets begin with 1 and go up by 1 in each partition.
void LogHasNoGaps(const History& history, Findings& findings);

// Each call is answered by a success or a refusal that the service declares.
void AnswersAreExpected(const History& history, Findings& findings);

// What was acknowledged happened once, as the answer tells it; what was refused never; what is unknown at most once.
void AnswersAreEvents(const History& history, Findings& findings);

// The same for what has no event: notes.
void NotesAreKeptOnce(const History& history, Findings& findings);

// No request has two events of one resource, whoever made it: a service too.
void RequestsActOnce(const History& history, Findings& findings);

// A request that was acknowledged is kept with that answer, one that was refused is not kept.
void RequestKeysTellAnswers(const History& history, Findings& findings);

// Each change of a deal begins where the one before ended, raises etag by one, and epoch by one exactly when owner,
// offer or stage changed; the last is the row.
void DealsAreChains(const History& history, Findings& findings);

// A deal is offered when it is nobody's; taken or declined by whom it is offered to; taken before the deadline and
// reclaimed at or after it.
void OffersKeepTheRules(const History& history, Findings& findings);

// What was answered before another call began comes before it in the log, and is seen by every later reading.
void OrderIsRealTime(const History& history, Findings& findings);
void ReadingsAreCurrent(const History& history, Findings& findings);

// The tables agree with the log, and the kept sums with the rows.
void RowsAgreeWithEvents(const History& history, Findings& findings);
void TotalsAreCounts(const History& history, Findings& findings);
void VisitsAreMoves(const History& history, Findings& findings);
void TimelineTellsEvents(const History& history, Findings& findings);

// No deal waits on the queue's stage with nobody.
void NobodyIsForgotten(const History& history, Findings& findings);

// Each event that somebody has to know of is in their inbox once, and nothing else is.
void NewsIsToldOnce(const History& history, Findings& findings);

// Each task that was open when it was due has its reminder and its notice of being overdue once, none before its time.
void RemindersComeOnce(const History& history, Findings& findings);

}  // namespace voronka::testing
