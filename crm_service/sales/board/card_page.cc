#include "crm_service/sales/board/card_page.h"

#include <limits>
#include <utility>

#include "crm_service/fields/filters/sift.h"
#include "crm_service/sales/board/cards.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/filters/deals_on_board.h"

namespace voronka::crm {

CardPage ReadCardPage(rpc::Session& session, const v1::ListCardsRequest& request, const Owners& owners) {
  CardPage read{rpc::Page(request, {std::numeric_limits<int64_t>::max()}), {}};
  const StageFilter filter{request.pipeline(), request.stage(), owners};
  for (auto& deal : Deals(session).OnStage(filter, read.page.key(), read.page.limit())) {
    read.cards.push_back(BareCard(std::move(deal)));
  }
  return read;
}

CardPage ReadFilteredCardPage(rpc::Session& session, const v1::ListCardsRequest& request, const FilterPlan& of_board,
                              const Owners& owners, int most_read) {
  CardPage read{rpc::Page(request, {std::numeric_limits<int64_t>::max()}), {}};
  auto plan = OnStage(of_board, request.stage());
  DealSource source(session, plan, owners);
  const FilterPosition after{FilterPosition::kFilled, read.page.key(), ""};
  const auto take = [&](v1::Deal&& deal, const FilterPosition&) {
    read.cards.push_back(BareCard(std::move(deal)));
    return read.cards.size() < static_cast<size_t>(read.page.limit());
  };
  const auto end = Sift(session, plan, source, after, most_read, take, most_read);
  if (end) read.read_down_to = end->id;
  return read;
}

void CompletePages(rpc::Session& session, std::vector<CardPage>& pages) {
  std::vector<v1::DealCard*> cards;
  for (auto& page : pages) {
    for (auto& card : page.cards) cards.push_back(&card);
  }
  CompleteCards(session, cards);
}

}  // namespace voronka::crm
