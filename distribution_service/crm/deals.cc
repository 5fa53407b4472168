#include "distribution_service/crm/deals.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <chrono>
#include <utility>
#include <variant>

#include "client/service_clients.h"
#include "voronka/crm/v1/deal_offer.pb.h"

namespace voronka::distribution {
namespace {

using client::CallFailed;
using crm::v1::Deal;
using google::protobuf::util::TimeUtil;
using v1::OfferRow;

constexpr client::CallOptions kDealCall = {.timeout = std::chrono::seconds(3)};
constexpr int kDealPage = 1000;

// ABORTED may also be a conflict that passes; that has another reason.
bool IsFinal(const CallFailed& failure) {
  if (failure.code() == grpc::StatusCode::ABORTED) return failure.reason() == "STALE_EPOCH";
  return failure.code() == grpc::StatusCode::FAILED_PRECONDITION || failure.code() == grpc::StatusCode::NOT_FOUND;
}

using Answer = std::variant<Deal, Refusal>;

Answer Ask(client::Client& crm, const google::protobuf::Message& request) {
  try {
    return crm.Call<Deal>(request, kDealCall);
  } catch (const CallFailed& failure) {
    if (!IsFinal(failure)) throw;
    return Refusal{failure.reason(), failure.message()};
  }
}

std::optional<Refusal> RefusalIn(Answer answer) {
  auto* refusal = std::get_if<Refusal>(&answer);
  if (refusal == nullptr) return std::nullopt;
  return std::move(*refusal);
}

// The same in every replica and for every repetition, also after a crash: one attempt has one effect. And nothing else
// has this id: it names all that the request says. When a backup of this schema alone is restored, attempts are counted
// again, and the system of record still remembers the ids of the lost ones. A new attempt is based on a later epoch of
// the deal, which is never given twice, so it is not taken for a lost one that was done before. An attempt on the same
// epoch is either the very same request, or is refused, and the plan learns what the deal is now.
std::string OfferId(const OfferRow& offer) {
  return fmt::format("offer/{}/{}/{}/{}/{}", offer.deal_id(), offer.attempt(), offer.deal_epoch(), offer.user_id(),
                     TimeUtil::DurationToMilliseconds(offer.take_within()));
}

std::string ReclaimId(const OfferRow& offer) {
  return fmt::format("reclaim/{}/{}/{}", offer.deal_id(), offer.attempt(), offer.deal_epoch());
}

bool IsOlder(const Deal& a, const Deal& b) {
  if (a.create_time() == b.create_time()) return a.id() < b.id();
  return a.create_time() < b.create_time();
}

}  // namespace

std::optional<Refusal> CrmDeals::Offer(int64_t account_id, const OfferRow& offer) {
  crm::v1::OfferDealRequest request;
  request.set_request_id(OfferId(offer));
  request.set_deal_id(offer.deal_id());
  request.set_user_id(offer.user_id());
  if (offer.has_take_within()) *request.mutable_take_within() = offer.take_within();
  request.set_epoch(offer.deal_epoch());
  return RefusalIn(Ask(clients_.For(account_id), request));
}

std::optional<Refusal> CrmDeals::Reclaim(int64_t account_id, const OfferRow& offer) {
  crm::v1::ReclaimDealRequest request;
  request.set_request_id(ReclaimId(offer));
  request.set_deal_id(offer.deal_id());
  request.set_epoch(offer.deal_epoch());
  return RefusalIn(Ask(clients_.For(account_id), request));
}

std::optional<Deal> CrmDeals::Get(int64_t account_id, int64_t deal_id) {
  crm::v1::GetDealRequest request;
  request.set_deal_id(deal_id);
  const auto answer = Ask(clients_.For(account_id), request);
  if (const auto* deal = std::get_if<Deal>(&answer)) return *deal;
  return std::nullopt;
}

std::vector<Deal> CrmDeals::ListUnowned(int64_t account_id, const std::string& pipeline, const std::string& stage) {
  crm::v1::ListDealsRequest request;
  request.set_pipeline(pipeline);
  request.set_stage(stage);
  request.set_responsible_user_id(0);
  return List(account_id, std::move(request), [](const Deal&) { return true; });
}

std::vector<Deal> CrmDeals::ListOnOffer(int64_t account_id, const std::string& pipeline, const std::string& stage) {
  crm::v1::ListDealsRequest request;
  request.set_pipeline(pipeline);
  request.set_stage(stage);
  return List(account_id, std::move(request), [](const Deal& deal) { return deal.has_offer_deadline(); });
}

std::vector<Deal> CrmDeals::List(int64_t account_id, crm::v1::ListDealsRequest request,
                                 const std::function<bool(const Deal&)>& wanted) {
  request.set_page_size(kDealPage);
  std::vector<Deal> deals;
  do {
    const auto page = clients_.For(account_id).Call<crm::v1::ListDealsResponse>(request, kDealCall);
    std::ranges::copy_if(page.deals(), std::back_inserter(deals), wanted);
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  std::sort(deals.begin(), deals.end(), IsOlder);
  return deals;
}

}  // namespace voronka::distribution
