#include "crm_service/sales/board/board_service.h"

#include "crm_service/sales/board/boards.h"
#include "crm_service/sales/board/cards.h"

namespace voronka::crm {

using rpc::Session;
using Reactor = BoardService::Reactor;

Reactor* BoardService::GetBoard(Context* context, const v1::GetBoardRequest* request, v1::Board* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Boards(s).Get(*request); });
}

Reactor* BoardService::ListCards(Context* context, const v1::ListCardsRequest* request,
                                 v1::ListCardsResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Boards(s).List(*request); });
}

Reactor* BoardService::BatchGetCards(Context* context, const v1::BatchGetCardsRequest* request,
                                     v1::BatchGetCardsResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Cards(s).BatchGet(*request); });
}

}  // namespace voronka::crm
