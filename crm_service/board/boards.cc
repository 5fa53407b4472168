#include "crm_service/board/boards.h"

#include <limits>
#include <utility>

#include "crm_service/board/cards.h"
#include "crm_service/board/column_totals.h"
#include "crm_service/deals/deals.h"
#include "crm_service/pipelines/pipelines.h"
#include "crm_service/pipelines/stages.h"
#include "crm_service/users/users.h"
#include "foundation/rpc/page.h"

namespace voronka::crm {
namespace {

using v1::DealCard;

v1::ListCardsRequest FirstPageOf(const v1::Stage& stage, const v1::Pipeline& pipeline,
                                 const v1::GetBoardRequest& request) {
  v1::ListCardsRequest page;
  page.set_pipeline(pipeline.key());
  page.set_stage(stage.key());
  if (request.has_responsible_user_id()) page.set_responsible_user_id(request.responsible_user_id());
  page.set_page_size(request.cards_per_stage());
  return page;
}

}  // namespace

v1::Board Boards::Get(const v1::GetBoardRequest& request) {
  if (request.responsible_user_id() != 0) Users(session_).Get(request.responsible_user_id());
  v1::Board board;
  *board.mutable_pipeline() = Pipelines(session_).Get(request.pipeline());
  const ColumnTotals totals(session_, board.pipeline(), request);
  std::vector<DealCard*> cards;
  for (const auto& stage : board.pipeline().stages()) {
    auto page = PageOf(FirstPageOf(stage, board.pipeline(), request));
    auto& column = *board.add_columns();
    column.set_stage(stage.key());
    totals.Fill(column);
    *column.mutable_cards() = std::move(*page.mutable_cards());
    column.set_next_page_token(page.next_page_token());
    cards.insert(cards.end(), column.mutable_cards()->pointer_begin(), column.mutable_cards()->pointer_end());
  }
  Cards(session_).Complete(cards);
  return board;
}

v1::ListCardsResponse Boards::List(const v1::ListCardsRequest& request) {
  const auto pipeline = Pipelines(session_).Get(request.pipeline());
  const auto* stage = FindStage(pipeline, request.stage());
  if (stage == nullptr) throw rpc::NotFound("stage", request.stage());
  auto by_keys = request;
  by_keys.set_pipeline(pipeline.key());
  by_keys.set_stage(stage->key());
  auto response = PageOf(by_keys);
  Cards(session_).Complete({response.mutable_cards()->pointer_begin(), response.mutable_cards()->pointer_end()});
  return response;
}

v1::ListCardsResponse Boards::PageOf(const v1::ListCardsRequest& request) {
  const rpc::Page page(request, {std::numeric_limits<int64_t>::max()});
  std::vector<DealCard> cards;
  for (auto& deal : Deals(session_).OnStage(StageFilter::Of(request), page.key(), page.limit())) {
    cards.push_back(BareCard(std::move(deal)));
  }
  v1::ListCardsResponse response;
  page.Fill(std::move(cards), response.mutable_cards(), response.mutable_next_page_token(),
            [](const DealCard& card) { return std::vector{card.deal().id()}; });
  return response;
}

}  // namespace voronka::crm
