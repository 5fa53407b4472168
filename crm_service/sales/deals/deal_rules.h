#pragma once

#include <string>

#include "foundation/rpc/calls/caller.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// What may happen to a deal. Pure decisions, without a database.

bool AreOnSameStage(const v1::Deal& a, const v1::Deal& b);

bool IsOnOffer(const v1::Deal& deal);

// The deal after an offer that nobody took.
v1::Deal OwnedByNobody(v1::Deal deal);

// Managers may change their own deals; those who lead sales, all of them.
bool MayChange(const rpc::Caller& caller, const v1::Deal& deal);

// An offer can be taken until its deadline. `now` is from the database's clock, in microseconds since 1970 UTC.
bool OfferHasExpired(const v1::Deal& deal, int64_t now);

struct Move {
  const v1::Pipeline& pipeline;
  const v1::Stage& stage;
  const std::string& loss_reason;
  // Of a move to a lost stage.
  const std::string& loss_comment;
  // Of any other.
  const std::string& comment;
  // A deal is made of the lead in the same step.
  bool converts = false;
};

// Whether the caller may move a closed deal: whoever leads sales, and the responsible user of a lost one for as many
// days as its pipeline says. `pipeline` is the deal's, `now` in microseconds since 1970 UTC.
bool MayReopen(const rpc::Caller& caller, const v1::Pipeline& pipeline, const v1::Deal& deal, int64_t now);

// What the move contradicts, besides the rules of the stages. `from` is the deal's pipeline.
void CheckMove(const rpc::Caller& caller, const v1::Pipeline& from, const v1::Deal& deal, const Move& move, int64_t now,
               rpc::Violations& violations);

// A move ends the offer when it takes the deal on to a later stage or to another pipeline, or closes it.
bool MoveEndsOffer(const v1::Pipeline& from, const v1::Deal& deal, const Move& move);

// The deal after the move.
v1::Deal Moved(const rpc::Caller& caller, const v1::Deal& deal, const Move& move, bool ends_offer, int64_t now);

// The stage that a deal on offer moves to when it is taken. Null: it stays, since its pipeline names no such stage, or
// the deal is there or past it. `pipeline` is the deal's.
const v1::Stage* StageOnTake(const v1::Pipeline& pipeline, const v1::Deal& deal);

// The reason for the loss, as the timeline shows it; empty when the deal is not lost. `pipeline` is the deal's.
std::string LossText(const v1::Pipeline& pipeline, const v1::Deal& deal);

}  // namespace voronka::crm
