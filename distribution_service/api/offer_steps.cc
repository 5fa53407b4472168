#include "distribution_service/api/offer_steps.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "distribution_service/api/decision_text.h"
#include "distribution_service/api/offer_sight.h"
#include "distribution_service/offers/journal.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::distribution {
namespace {

using google::protobuf::util::TimeUtil;
using v1::Offer;

constexpr int64_t kBeyondAll = std::numeric_limits<int64_t>::max();

// Has a parameter even if it does not filter, so that every statement has the same parameters.
std::string Where(const char* column, int64_t value) {
  return std::string(" AND ") + (value == 0 ? "0" : column) + " = ?";
}

// How a list is ordered: by a time, then by the deal and its attempt.
struct Order {
  // Before the first offer.
  std::vector<int64_t> beginning;
  // Takes the time of the last offer twice, then its deal and attempt.
  const char* rows_after;
  int64_t (*time_of)(const Offer&);
};

int64_t CreatedAt(const Offer& offer) { return TimeUtil::TimestampToMicroseconds(offer.create_time()); }

int64_t DueAt(const Offer& offer) {
  return offer.has_deadline() ? TimeUtil::TimestampToMicroseconds(offer.deadline()) : kBeyondAll;
}

Order OrderOf(const v1::ListOffersRequest& request) {
  if (request.order() == v1::ListOffersRequest::ORDER_DEADLINE) {
    // The largest number stands for no deadline, as in DueAt.
    return {{0, 0, 0},
            " AND IFNULL(deadline, 9223372036854775807) >= ?"
            " AND (IFNULL(deadline, 9223372036854775807), deal_id, attempt) > (?, ?, ?)"
            " ORDER BY IFNULL(deadline, 9223372036854775807), deal_id, attempt LIMIT ?",
            DueAt};
  }
  return {{kBeyondAll, kBeyondAll, kBeyondAll},
          " AND create_time <= ? AND (create_time, deal_id, attempt) < (?, ?, ?)"
          " ORDER BY create_time DESC, deal_id DESC, attempt DESC LIMIT ?",
          CreatedAt};
}

// Explaining must not depend on another service: without it, people and stages are called by their numbers and keys.
KnownNames NamesFor(const std::vector<v1::Decision>& decisions, int64_t account_id, CrmDirectory& directory) {
  KnownNames names;
  try {
    names.people = directory.NamesOfUsers(account_id);
    const auto names_pipeline = [](const auto& decision) { return !decision.grounds().pipeline().empty(); };
    if (std::ranges::any_of(decisions, names_pipeline)) names.pipelines = directory.AllPipelines(account_id);
  } catch (const rpc::Error&) {
  }
  return names;
}

enum class Reader { kSees, kDoesNotSee, kMayNotSee };

// kMayNotSee: crm_service, which knows, does not answer.
Reader ReaderOf(const rpc::Caller& caller, int64_t deal_id, CrmDirectory& directory) {
  if (!MayBeLimited(caller)) return Reader::kSees;
  try {
    return directory.LetsSee(caller.account_id, caller.user_id, deal_id) ? Reader::kSees : Reader::kDoesNotSee;
  } catch (const rpc::Error&) {
    return Reader::kMayNotSee;
  }
}

}  // namespace

v1::ListOffersResponse ListOffers(rpc::Session& session, const v1::ListOffersRequest& request,
                                  CrmDirectory& directory) {
  const Order order = OrderOf(request);
  const rpc::Page page(request, order.beginning);
  std::string sql = "SELECT {columns} FROM offers WHERE account_id = ?" + Where("deal_id", request.deal_id()) +
                    Where("user_id", request.user_id()) + Where("state", request.state());
  std::vector<storage::Value> values{session.account_id(), request.deal_id(), request.user_id(), request.state()};
  AddSeenUsers(UsersSeenBy(session.caller, directory), sql, values);
  values.insert(values.end(), {page.key(0), page.key(0), page.key(1), page.key(2), page.limit()});
  auto offers = session.db.SelectWith<Offer>(sql + order.rows_after, values);
  v1::ListOffersResponse response;
  page.Fill(std::move(offers), response.mutable_offers(), response.mutable_next_page_token(), [&](const Offer& last) {
    return std::vector<int64_t>{order.time_of(last), last.deal_id(), last.attempt()};
  });
  return response;
}

v1::CountOffersResponse CountOffers(rpc::Session& session, const v1::CountOffersRequest& request,
                                    CrmDirectory& directory) {
  std::string sql = "SELECT COUNT(*) FROM offers WHERE account_id = ? AND state = ?";
  std::vector<storage::Value> values{session.account_id(), request.state()};
  AddSeenUsers(UsersSeenBy(session.caller, directory), sql, values);
  const auto counted = session.db.QueryWith(sql, values);
  v1::CountOffersResponse response;
  response.set_offers(counted.at(0).Int(0));
  return response;
}

v1::ExplainDealResponse ExplainDeal(rpc::Session& session, const v1::ExplainDealRequest& request,
                                    CrmDirectory& directory) {
  auto decisions = Journal(session).OfDeal(request.deal_id());
  if (decisions.empty()) throw rpc::NotFound("deal", request.deal_id());
  const auto reader = ReaderOf(session.caller, request.deal_id(), directory);
  if (reader == Reader::kDoesNotSee) throw rpc::NotFound("deal", request.deal_id());
  const auto names = NamesFor(decisions, session.account_id(), directory);
  v1::ExplainDealResponse response;
  for (auto& decision : decisions) {
    // Why somebody declined is told of the client.
    if (reader == Reader::kMayNotSee && decision.has_grounds()) decision.mutable_grounds()->clear_reason();
    decision.set_detail(rpc::InLanguage(session.caller.locale, TextOf(decision, names)));
    *response.add_decisions() = std::move(decision);
  }
  return response;
}

}  // namespace voronka::distribution
