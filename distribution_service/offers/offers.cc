#include "distribution_service/offers/offers.h"

#include <algorithm>
#include <tuple>

#include "distribution_service/offers/offer_timers.h"
#include "foundation/storage/errors.h"
#include "foundation/storage/select_by_ids.h"

namespace voronka::distribution {

using v1::Offer;
using v1::OfferRow;

namespace {

constexpr int64_t kDealsAtOnce = 1'000;

}  // namespace

std::vector<OfferRow> Offers::LockOfDeal(int64_t deal_id) {
  return session_.db.Select<OfferRow>(
      "SELECT {columns} FROM offers WHERE account_id = ? AND deal_id = ? ORDER BY attempt FOR UPDATE",
      session_.account_id(), deal_id);
}

std::optional<OfferRow> Offers::Lock(int64_t deal_id, int attempt) {
  return session_.db.SelectOne<OfferRow>(
      "SELECT {columns} FROM offers WHERE account_id = ? AND deal_id = ? AND attempt = ? FOR UPDATE",
      session_.account_id(), deal_id, attempt);
}

std::optional<OfferRow> Offers::Find(int64_t deal_id, int attempt) {
  return session_.db.SelectOne<OfferRow>(
      "SELECT {columns} FROM offers WHERE account_id = ? AND deal_id = ? AND attempt = ?", session_.account_id(),
      deal_id, attempt);
}

std::vector<OfferRow> Offers::OfDeals(const std::vector<int64_t>& deal_ids) {
  auto offers = storage::SelectByIds<OfferRow>(
      session_.db, "SELECT {columns} FROM offers WHERE account_id = ? AND deal_id IN ({ids})", {session_.account_id()},
      deal_ids);
  std::ranges::sort(offers, {}, [](const OfferRow& offer) { return std::tuple(offer.deal_id(), offer.attempt()); });
  return offers;
}

void Offers::Insert(const OfferRow& offer) {
  try {
    session_.db.Insert("offers", {{"account_id", session_.account_id()}}, offer);
  } catch (const storage::DuplicateKey& error) {
    throw storage::Retryable(error.code(), "another transaction has planned this attempt");
  }
}

void Offers::Save(const OfferRow& offer) {
  session_.db.Update("offers", offer, "WHERE account_id = ? AND deal_id = ? AND attempt = ?", session_.account_id(),
                     offer.deal_id(), offer.attempt());
}

std::vector<OfferRow> Offers::WithoutTimer(const OfferRow* after, int limit) {
  const int64_t deal_id = after == nullptr ? 0 : after->deal_id();
  const int attempt = after == nullptr ? 0 : after->attempt();
  return session_.db.Select<OfferRow>(
      "SELECT {o.columns} FROM offers o LEFT JOIN timers t ON t.account_id = o.account_id AND t.kind = ? "
      "AND t.subject = o.deal_id AND t.slot = o.attempt "
      "WHERE o.account_id = ? AND o.state IN (?, ?) AND t.account_id IS NULL "
      "AND (o.deal_id > ? OR (o.deal_id = ? AND o.attempt > ?)) ORDER BY o.deal_id, o.attempt LIMIT ?",
      OfferTimers::kKind, session_.account_id(), Offer::STATE_PLANNED, Offer::STATE_STANDING, deal_id, deal_id, attempt,
      limit);
}

void Offers::ForgetEpochs(storage::Connection& db) {
  for (const auto& row : db.Query("SELECT account_id, MAX(deal_id) FROM offers GROUP BY account_id")) {
    for (int64_t after = 0; after < row.Int(1); after += kDealsAtOnce) {
      db.Execute("UPDATE offers SET deal_epoch = 0 WHERE account_id = ? AND deal_id > ? AND deal_id <= ?", row.Int(0),
                 after, after + kDealsAtOnce);
    }
  }
}

void Offers::ClearUserDisabled(int64_t user_id) {
  session_.db.Execute("UPDATE offers SET user_disabled = FALSE WHERE account_id = ? AND user_id = ? AND user_disabled",
                      session_.account_id(), user_id);
}

}  // namespace voronka::distribution
