#pragma once

#include "tests/system/history/history.h"
#include "tests/system/history/violations.h"

// The rules that make a history legal. Each is a pure function in a file of its name.
namespace voronka::testing {

// Offsets begin at 1 and increase by 1 in each partition.
void LogHasNoGaps(const History& history, Findings& findings);

// Each answer is a success or a refusal that the service declares.
void AnswersAreExpected(const History& history, Findings& findings);

// An acknowledged request happened once, as its answer says; a refused one never; an unknown one at most once.
void AnswersAreEvents(const History& history, Findings& findings);

// The same for notes, which have no events.
void NotesAreKeptOnce(const History& history, Findings& findings);

// No request has two events of one resource, even if a service sent it.
void RequestsActOnce(const History& history, Findings& findings);

// An acknowledged request is stored with its answer; a refused one is not stored.
void RequestKeysTellAnswers(const History& history, Findings& findings);

// Each change of a deal begins where the previous one ended, and raises etag by one, and epoch by one exactly if owner,
// offer or stage changed. The last change equals the row.
void DealsAreChains(const History& history, Findings& findings);

// A deal is offered only while unowned; taken or declined by its offeree; taken before the deadline and reclaimed at or
// after it.
void OffersKeepTheRules(const History& history, Findings& findings);

// A change that was answered before another call began precedes it in the log, and is seen by every later reading.
void OrderIsRealTime(const History& history, Findings& findings);
void ReadingsAreCurrent(const History& history, Findings& findings);

// The tables agree with the log, and the stored totals with the rows.
void RowsAgreeWithEvents(const History& history, Findings& findings);
void TotalsAreCounts(const History& history, Findings& findings);
void VisitsAreMoves(const History& history, Findings& findings);
void TimelineTellsEvents(const History& history, Findings& findings);

// No deal on the queue's stage is left waiting without an owner.
void NobodyIsForgotten(const History& history, Findings& findings);

// Each event that somebody must know of is in their inbox once, and nothing else is.
void NewsIsToldOnce(const History& history, Findings& findings);

// Each task that was open when due has one reminder and one overdue notice, none of them early.
void RemindersComeOnce(const History& history, Findings& findings);

}  // namespace voronka::testing
