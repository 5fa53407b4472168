#pragma once

#include "foundation/rpc/session.h"
#include "voronka/crm/v1/board.pb.h"

namespace voronka::crm {

// A pipeline's deals in the columns of its stages.
class Boards {
 public:
  explicit Boards(rpc::Session& session) : session_(session) {}

  // Throw NOT_FOUND.
  v1::Board Get(const v1::GetBoardRequest& request);
  v1::ListCardsResponse List(const v1::ListCardsRequest& request);

 private:
  // `request` names pipeline and stage by their keys, as the tokens of GetBoard do. The cards are bare.
  v1::ListCardsResponse PageOf(const v1::ListCardsRequest& request);

  rpc::Session& session_;
};

}  // namespace voronka::crm
