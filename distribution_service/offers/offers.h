#pragma once

#include <optional>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

// The table `offers` of the session's account.
class Offers {
 public:
  explicit Offers(rpc::Session& session) : session_(session) {}

  // All of a deal's, in order.
  std::vector<v1::OfferRow> LockOfDeal(int64_t deal_id);
  std::optional<v1::OfferRow> Lock(int64_t deal_id, int attempt);
  // As committed, not locked.
  std::optional<v1::OfferRow> Find(int64_t deal_id, int attempt);
  void Insert(const v1::OfferRow& offer);
  void Save(const v1::OfferRow& offer);

  // Open offers without a timer, which nothing would continue.
  std::vector<v1::OfferRow> WithoutTimer();
  // The user can be asked again, even in rounds that have passed over them.
  void ClearUserDisabled(int64_t user_id);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::distribution
