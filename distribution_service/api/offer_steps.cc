#include "distribution_service/api/offer_steps.h"

#include <google/protobuf/util/time_util.h>

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "distribution_service/offers/journal.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::distribution {
namespace {

using v1::Offer;

constexpr int64_t kBeyondAll = std::numeric_limits<int64_t>::max();

// Has a parameter even if it does not filter, so that every statement has the same parameters.
std::string Where(const char* column, int64_t value) {
  return std::string(" AND ") + (value == 0 ? "0" : column) + " = ?";
}

std::vector<int64_t> PageKeyOf(const Offer& offer) {
  return {google::protobuf::util::TimeUtil::TimestampToMicroseconds(offer.create_time()), offer.deal_id(),
          offer.attempt()};
}

}  // namespace

v1::ListOffersResponse ListOffers(rpc::Session& session, const v1::ListOffersRequest& request) {
  const rpc::Page page(request, {kBeyondAll, kBeyondAll, kBeyondAll});
  const std::string sql = "SELECT {columns} FROM offers WHERE account_id = ?" + Where("deal_id", request.deal_id()) +
                          Where("user_id", request.user_id()) + Where("state", request.state()) +
                          " AND create_time <= ? AND (create_time, deal_id, attempt) < (?, ?, ?)"
                          " ORDER BY create_time DESC, deal_id DESC, attempt DESC LIMIT ?";
  auto offers =
      session.db.Select<Offer>(sql, session.account_id(), request.deal_id(), request.user_id(), request.state(),
                               page.key(0), page.key(0), page.key(1), page.key(2), page.limit());
  v1::ListOffersResponse response;
  page.Fill(std::move(offers), response.mutable_offers(), response.mutable_next_page_token(), PageKeyOf);
  return response;
}

v1::ExplainDealResponse ExplainDeal(rpc::Session& session, const v1::ExplainDealRequest& request) {
  auto decisions = Journal(session).OfDeal(request.deal_id());
  if (decisions.empty()) throw rpc::NotFound("deal", request.deal_id());
  v1::ExplainDealResponse response;
  for (auto& decision : decisions) *response.add_decisions() = std::move(decision);
  return response;
}

}  // namespace voronka::distribution
