#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/board.pb.h"

namespace voronka::crm {

v1::Board GetBoard(rpc::Session& session, const v1::GetBoardRequest& request);
v1::ListCardsResponse ListCards(rpc::Session& session, const v1::ListCardsRequest& request);
v1::BatchGetCardsResponse BatchGetCards(rpc::Session& session, const v1::BatchGetCardsRequest& request);

}  // namespace voronka::crm
