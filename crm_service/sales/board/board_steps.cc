#include "crm_service/sales/board/board_steps.h"

#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "crm_service/fields/filters/sift.h"
#include "crm_service/people/access/sight.h"
#include "crm_service/people/users/users.h"
#include "crm_service/sales/board/card_page.h"
#include "crm_service/sales/board/cards.h"
#include "crm_service/sales/board/column_totals.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/deals/stage_filter.h"
#include "crm_service/sales/filters/deals_on_board.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/wire/message_sizes.h"

namespace voronka::crm {

using rpc::Session;
using v1::Deal;

namespace {

constexpr size_t kBoardBytes = 2 * rpc::kPageBytes;

v1::ListCardsRequest FirstPageOf(const v1::Stage& stage, const v1::Pipeline& pipeline,
                                 const v1::GetBoardRequest& request) {
  v1::ListCardsRequest page;
  page.set_pipeline(pipeline.key());
  page.set_stage(stage.key());
  if (request.has_responsible_user_id()) page.set_responsible_user_id(request.responsible_user_id());
  page.set_page_size(request.cards_per_stage());
  if (request.has_filter()) *page.mutable_filter() = request.filter();
  return page;
}

// Nothing: the request has no filter.
template <class Request>
std::optional<FilterPlan> PlanFor(Session& session, const Request& request, const v1::Pipeline& pipeline) {
  if (!request.has_filter()) return std::nullopt;
  return PlanOnBoard(session, request.filter(), pipeline.key());
}

// `columns`: how many share what a call may read.
CardPage PageOf(Session& session, const v1::ListCardsRequest& request, const std::optional<FilterPlan>& plan,
                const Owners& owners, int columns) {
  if (!plan) return ReadCardPage(session, request, owners);
  return ReadFilteredCardPage(session, request, *plan, owners, kMostWalked / columns);
}

std::unordered_map<int64_t, Deal> ById(std::vector<Deal> deals) {
  std::unordered_map<int64_t, Deal> by_id;
  for (auto& deal : deals) {
    const int64_t id = deal.id();
    by_id.emplace(id, std::move(deal));
  }
  return by_id;
}

}  // namespace

v1::Board GetBoard(Session& session, const v1::GetBoardRequest& request) {
  if (request.responsible_user_id() != 0) Users(session).Get(request.responsible_user_id());
  v1::Board board;
  *board.mutable_pipeline() = Pipelines(session).Get(request.pipeline());
  const auto owners = SightOf(session, v1::ENTITY_DEAL).Among(ResponsibleIn(request));
  const auto plan = PlanFor(session, request, board.pipeline());
  const ColumnTotals totals(session, board.pipeline(), request, plan ? &*plan : nullptr, owners);
  std::vector<CardPage> pages;
  for (const auto& stage : board.pipeline().stages()) {
    pages.push_back(
        PageOf(session, FirstPageOf(stage, board.pipeline(), request), plan, owners, board.pipeline().stages_size()));
    auto& column = *board.add_columns();
    column.set_stage(stage.key());
    totals.Fill(column);
  }
  CompletePages(session, pages);
  for (size_t i = 0; i < pages.size(); ++i) {
    pages[i].MoveTo(*board.mutable_columns(static_cast<int>(i)), kBoardBytes / pages.size());
  }
  return board;
}

v1::ListCardsResponse ListCards(Session& session, const v1::ListCardsRequest& request) {
  const auto pipeline = Pipelines(session).Get(request.pipeline());
  auto by_keys = request;
  by_keys.set_pipeline(pipeline.key());
  by_keys.set_stage(GetStage(pipeline, request.stage()).key());
  std::vector<CardPage> pages;
  const auto owners = SightOf(session, v1::ENTITY_DEAL).Among(ResponsibleIn(request));
  pages.push_back(PageOf(session, by_keys, PlanFor(session, request, pipeline), owners, 1));
  CompletePages(session, pages);
  v1::ListCardsResponse response;
  pages.front().MoveTo(response, rpc::kPageBytes);
  return response;
}

v1::BatchGetCardsResponse BatchGetCards(Session& session, const v1::BatchGetCardsRequest& request) {
  const auto deals = ById(Deals(session).WithIds({request.deal_ids().begin(), request.deal_ids().end()}));
  const auto sight = SightOf(session, v1::ENTITY_DEAL);
  v1::BatchGetCardsResponse response;
  for (const int64_t id : request.deal_ids()) {
    const auto found = deals.find(id);
    if (found == deals.end() || !sight.Covers(found->second.responsible_user_id())) throw rpc::NotFound("deal", id);
    *response.add_cards() = BareCard(found->second);
  }
  CompleteCards(session, {response.mutable_cards()->pointer_begin(), response.mutable_cards()->pointer_end()});
  return response;
}

}  // namespace voronka::crm
