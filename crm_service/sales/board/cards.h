#pragma once

#include <vector>

#include "foundation/rpc/session.h"
#include "voronka/crm/v1/board.pb.h"

namespace voronka::crm {

// What the board shows of deals, read for many of them at once.
class Cards {
 public:
  explicit Cards(rpc::Session& session) : session_(session) {}

  // Adds to cards that have nothing but their deal.
  void Complete(const std::vector<v1::DealCard*>& cards);

  // Throws NOT_FOUND.
  v1::BatchGetCardsResponse BatchGet(const v1::BatchGetCardsRequest& request);

 private:
  void AddContactNames(const std::vector<v1::DealCard*>& cards);
  void AddNextTasks(const std::vector<v1::DealCard*>& cards);
  // 0 for a deal that has none.
  std::vector<int64_t> NextTasksOf(const std::vector<v1::DealCard*>& cards);

  rpc::Session& session_;
};

v1::DealCard BareCard(v1::Deal deal);

}  // namespace voronka::crm
