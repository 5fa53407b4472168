#pragma once

#include <string>

#include "foundation/rpc/calls/caller.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// What may happen to a deal: decisions alone, without a database.

bool AreOnSameStage(const v1::Deal& a, const v1::Deal& b);

bool IsOnOffer(const v1::Deal& deal);

// What it is when its offer has ended and nobody took it.
v1::Deal OwnedByNobody(v1::Deal deal);

// A manager changes their own deals, whoever leads sales all of them.
bool MayChange(const rpc::Caller& caller, const v1::Deal& deal);

// The offer can be taken until its deadline, at `now` by the database's clock.
bool OfferHasExpired(const v1::Deal& deal, int64_t now);

struct Move {
  const v1::Pipeline& pipeline;
  const v1::Stage& stage;
  const std::string& loss_reason;
  const std::string& loss_comment;
};

// Throws FAILED_PRECONDITION with every rule that the move breaks.
void CheckMove(const rpc::Caller& caller, const v1::Deal& deal, const Move& move);

// The offer ends by the move: it is taken by going on to a later stage, or closed with the deal.
bool MoveEndsOffer(const v1::Pipeline& from, const v1::Deal& deal, const Move& move);

// The deal after the move.
v1::Deal Moved(const rpc::Caller& caller, const v1::Deal& deal, const Move& move, bool ends_offer, int64_t now);

// Why the deal is lost, as its timeline tells it; empty where it is not. `pipeline` is the deal's.
std::string LossText(const v1::Pipeline& pipeline, const v1::Deal& deal);

}  // namespace voronka::crm
