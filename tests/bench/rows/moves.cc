#include "tests/bench/rows/moves.h"

#include <algorithm>

#include "client/request_id.h"

namespace voronka::bench {

crm::v1::MoveDealRequest RequestOf(const MovableDeals::Move& move) {
  crm::v1::MoveDealRequest request;
  request.set_request_id(client::NewRequestId());
  request.set_deal_id(move.deal_id);
  request.set_stage(move.stage);
  return request;
}

Moves::Moves(const Workbench& workbench, const DealPool& pool) : pool_(pool), deals_(pool) {
  for (int64_t i = 0; i < pool.accounts; ++i) managers_.push_back(workbench.Manager(pool.first_account + i));
}

Load Moves::Of(const std::string& method, int lanes) {
  return {.method = method, .next = [this, lanes](int lane) {
            const auto move = deals_.Next(Place(lane, lanes));
            return Call{managers_[move.account_id - pool_.first_account], RequestOf(move).SerializeAsString()};
          }};
}

int64_t Moves::Place(int lane, int lanes) {
  const int64_t places = std::min(deals_.size(), kSampledFrom * kThousandAccounts.accounts);
  return std::uniform_int_distribution<int64_t>(0, places / lanes - 1)(random_) * lanes + lane;
}

}  // namespace voronka::bench
