#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "crm_service/fields/filters/filter_plan.h"
#include "crm_service/people/access/sight.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/page.h"
#include "voronka/crm/v1/board.pb.h"

namespace voronka::crm {

// The cards of a column, read with one more than fits the page.
struct CardPage {
  rpc::Page page;
  std::vector<v1::DealCard> cards;
  // Of a filter, where too many deals have been read: the last of them. Otherwise 0.
  int64_t read_down_to = 0;

  // Moves the cards to a column or to a list.
  template <class Column>
  void MoveTo(Column& column, size_t most_bytes) {
    page.Fill(
        std::move(cards), column.mutable_cards(), column.mutable_next_page_token(),
        [](const v1::DealCard& card) { return std::vector{card.deal().id()}; }, most_bytes);
    if (read_down_to != 0 && column.next_page_token().empty()) column.set_next_page_token(page.Token({read_down_to}));
  }
};

// `request` must name pipeline and stage by their keys, as the page tokens of GetBoard do. `owners`: those whose deals
// are read, instead of the one whom it names. The cards are bare.
CardPage ReadCardPage(rpc::Session& session, const v1::ListCardsRequest& request, const Owners& owners);
// The same with the filter of the request, whose plan is that of the board. At most so many deals are read in the order
// of the column, or a few more.
CardPage ReadFilteredCardPage(rpc::Session& session, const v1::ListCardsRequest& request, const FilterPlan& of_board,
                              const Owners& owners, int most_read);

// Completes the cards of all pages at once.
void CompletePages(rpc::Session& session, std::vector<CardPage>& pages);

}  // namespace voronka::crm
