#include "crm_service/sales/board/card_page.h"

#include <limits>

#include "crm_service/sales/board/cards.h"
#include "crm_service/sales/deals/deals.h"

namespace voronka::crm {

CardPage ReadCardPage(rpc::Session& session, const v1::ListCardsRequest& request, const Owners& owners) {
  CardPage read{rpc::Page(request, {std::numeric_limits<int64_t>::max()}), {}};
  const StageFilter filter{request.pipeline(), request.stage(), owners};
  for (auto& deal : Deals(session).OnStage(filter, read.page.key(), read.page.limit())) {
    read.cards.push_back(BareCard(std::move(deal)));
  }
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
