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
  // Of all these deals, by deal and in order, as committed, not locked.
  std::vector<v1::OfferRow> OfDeals(const std::vector<int64_t>& deal_ids);
  void Insert(const v1::OfferRow& offer);
  void Save(const v1::OfferRow& offer);

  // Open offers without a timer, which nothing would continue: by deal and attempt, beyond `after` (NULL: from the
  // first on), at most `limit`.
  std::vector<v1::OfferRow> WithoutTimer(const v1::OfferRow* after, int limit);
  // The system of record has been restored, and its deals' epochs count from an earlier one: whatever it says from now
  // on is new. Of all accounts, in portions.
  static void ForgetEpochs(storage::Connection& db);
  // The user can be asked again, even in rounds that have passed over them.
  void ClearUserDisabled(int64_t user_id);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::distribution
