#pragma once

#include <utility>
#include <vector>

#include "foundation/rpc/page.h"
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
  // One card more than the page has.
  struct CardPage {
    rpc::Page page;
    std::vector<v1::DealCard> cards;

    // To a column or a list.
    template <class Column>
    void MoveTo(Column& column, size_t most_bytes) {
      page.Fill(
          std::move(cards), column.mutable_cards(), column.mutable_next_page_token(),
          [](const v1::DealCard& card) { return std::vector{card.deal().id()}; }, most_bytes);
    }
  };

  // `request` names pipeline and stage by their keys, as the tokens of GetBoard do. The cards are bare.
  CardPage Read(const v1::ListCardsRequest& request);
  // All of them at once.
  void Complete(std::vector<CardPage>& pages);

  rpc::Session& session_;
};

}  // namespace voronka::crm
