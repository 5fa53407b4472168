#include "crm_service/sales/board/boards.h"

#include <limits>
#include <utility>

#include "crm_service/sales/board/cards.h"
#include "crm_service/sales/board/column_totals.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/people/users/users.h"

namespace voronka::crm {
namespace {

using v1::DealCard;

constexpr size_t kBoardBytes = 2 * rpc::kPageBytes;

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
  std::vector<CardPage> pages;
  for (const auto& stage : board.pipeline().stages()) {
    pages.push_back(Read(FirstPageOf(stage, board.pipeline(), request)));
    auto& column = *board.add_columns();
    column.set_stage(stage.key());
    totals.Fill(column);
  }
  Complete(pages);
  for (size_t i = 0; i < pages.size(); ++i) {
    pages[i].MoveTo(*board.mutable_columns(static_cast<int>(i)), kBoardBytes / pages.size());
  }
  return board;
}

v1::ListCardsResponse Boards::List(const v1::ListCardsRequest& request) {
  const auto pipeline = Pipelines(session_).Get(request.pipeline());
  const auto* stage = FindStage(pipeline, request.stage());
  if (stage == nullptr) throw rpc::NotFound("stage", request.stage());
  auto by_keys = request;
  by_keys.set_pipeline(pipeline.key());
  by_keys.set_stage(stage->key());
  std::vector<CardPage> pages;
  pages.push_back(Read(by_keys));
  Complete(pages);
  v1::ListCardsResponse response;
  pages.front().MoveTo(response, rpc::kPageBytes);
  return response;
}

Boards::CardPage Boards::Read(const v1::ListCardsRequest& request) {
  CardPage read{rpc::Page(request, {std::numeric_limits<int64_t>::max()}), {}};
  for (auto& deal : Deals(session_).OnStage(StageFilter::Of(request), read.page.key(), read.page.limit())) {
    read.cards.push_back(BareCard(std::move(deal)));
  }
  return read;
}

void Boards::Complete(std::vector<CardPage>& pages) {
  std::vector<DealCard*> cards;
  for (auto& page : pages) {
    for (auto& card : page.cards) cards.push_back(&card);
  }
  Cards(session_).Complete(cards);
}

}  // namespace voronka::crm
