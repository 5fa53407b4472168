#pragma once

#include <string_view>

#include "demo/life/trade.h"

namespace voronka::demo {

// What somebody may have written into the text field of that label. Of a label that nobody has words for: something
// general.
Lines SaidIn(std::string_view label);

// After a talk with a client: a note, the comment of a move.
Lines NotesOfTalks();
// Of attempts to reach a client, and of talks: what the client had against it.
Lines UnansweredCalls();
Lines UnreadMessages();
Lines Objections();
// Why the head of sales should agree to close a deal, and what they say to that.
Lines ReasonsToAgree();
Lines WordsOfApproval();
// Why a deal was lost, besides the reason with that key. Some reasons say it all: nothing.
Lines WordsOfLoss(std::string_view reason);
// What managers set themselves, and what became of it.
Lines TaskTexts();
Lines TaskResults();

}  // namespace voronka::demo
