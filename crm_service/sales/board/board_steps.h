#pragma once

#include "foundation/rpc/rpc.h"
#include "voronka/crm/v1/board.grpc.pb.h"

namespace voronka::crm {

class BoardService : public v1::BoardService::CallbackService {
 public:
  explicit BoardService(rpc::Rpc& rpc) : rpc_(rpc) {}

  using Context = grpc::CallbackServerContext;
  using Reactor = grpc::ServerUnaryReactor;

  Reactor* GetBoard(Context* context, const v1::GetBoardRequest* request, v1::Board* response) override;
  Reactor* ListCards(Context* context, const v1::ListCardsRequest* request, v1::ListCardsResponse* response) override;
  Reactor* BatchGetCards(Context* context, const v1::BatchGetCardsRequest* request,
                         v1::BatchGetCardsResponse* response) override;

 private:
  rpc::Rpc& rpc_;
};

}  // namespace voronka::crm
