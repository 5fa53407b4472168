#include "distribution_service/background/account_comparison.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <limits>
#include <utility>

#include "distribution_service/offers/offers.h"
#include "distribution_service/offers/plan_check.h"
#include "distribution_service/queues/queue_copy.h"
#include "distribution_service/queues/queues.h"

namespace voronka::distribution {
namespace {

using crm::v1::Deal;
using crm::v1::Queue;
using v1::OfferRow;
using v1::QueueRow;

constexpr const char* kReconcileCause = "reconcile";
constexpr int kAllQueues = std::numeric_limits<int>::max();
constexpr int kPortion = 100;

bool IsAmong(const std::vector<Queue>& queues, int64_t id) { return std::ranges::count(queues, id, &Queue::id) > 0; }

DealChange Listed(const Deal& deal) { return {.after = deal}; }

// In order, from the end: whoever puts them in front one by one gets them in order again.
std::vector<std::vector<Deal>> PortionsFromTheLast(std::vector<Deal> deals) {
  std::vector<std::vector<Deal>> portions;
  while (!deals.empty()) {
    const auto first = deals.end() - static_cast<ptrdiff_t>((deals.size() - 1) % kPortion + 1);
    portions.emplace_back(std::make_move_iterator(first), std::make_move_iterator(deals.end()));
    deals.erase(first, deals.end());
  }
  return portions;
}

}  // namespace

AccountComparison::AccountComparison(const Parts& parts, int64_t account_id, Scope scope)
    : parts_(parts), account_id_(account_id), scope_(scope) {
  portions_.emplace_back([this](storage::Connection& db) { ReadQueues(db); });
  portions_.emplace_back([this](storage::Connection& db) { RestoreTimers(db, nullptr); });
}

bool AccountComparison::DoPortion(storage::Connection& db) {
  if (portions_.empty()) return false;
  const Portion portion = std::move(portions_.front());
  portions_.pop_front();
  if (!Try({}, [&] { portion(db); })) all_listed_ = false;
  if (portions_.empty()) ReportNobodys();
  return !portions_.empty();
}

bool AccountComparison::Try(const Subject& subject, const std::function<void()>& act) {
  try {
    act();
    return true;
  } catch (const std::exception& error) {
    parts_.failures.Increment();
    parts_.log.Error(
        "cannot compare the plan with the deals; again soon",
        {{"account", account_id_}, {"queue", subject.queue_id}, {"deal", subject.deal_id}, {"error", error.what()}});
    return false;
  }
}

void AccountComparison::Run(storage::Connection& db, const std::function<void(rpc::Session&)>& body) {
  parts_.work.Run(db, account_id_, kReconcileCause, body);
}

void AccountComparison::ReadQueues(storage::Connection& db) {
  const int64_t time = parts_.work.Now();
  auto queues = KeptQueues(db);
  follows_queues_ = Try({}, [&] { FollowQueues(db, queues, time); });
  if (follows_queues_) queues = KeptQueues(db);
  for (auto queue = queues.rbegin(); queue != queues.rend(); ++queue) {
    portions_.emplace_front([this, queue = *queue](storage::Connection&) {
      if (!Try({queue.id()}, [&] { ListDeals(queue); })) all_listed_ = false;
    });
  }
}

std::vector<QueueRow> AccountComparison::KeptQueues(storage::Connection& db) {
  std::vector<QueueRow> queues;
  parts_.work.Read(db, account_id_, kReconcileCause,
                   [&](rpc::Session& session) { queues = Queues(session).List(0, kAllQueues); });
  return queues;
}

// The events tell the same, but may have been missed. What is kept is read before what is defined: so a queue that is
// not defined now has been deleted.
void AccountComparison::FollowQueues(storage::Connection& db, const std::vector<QueueRow>& kept, int64_t time) {
  const auto defined = DefinedQueues(kept);
  for (const auto& row : kept) {
    if (IsAmong(defined, row.id())) continue;
    Run(db, [&](rpc::Session& session) { EndQueue(session, row.id()); });
  }
  for (const auto& queue : defined) {
    const auto row = std::ranges::find(kept, queue.id(), &QueueRow::id);
    if (row != kept.end() && !Differs(queue, *row)) continue;
    const Seen seen{.etag = row == kept.end() ? 0 : row->etag(), .time = time};
    Run(db, [&](rpc::Session& session) { TakeOver(session, queue, seen); });
  }
}

std::vector<Queue> AccountComparison::DefinedQueues(const std::vector<QueueRow>& kept) {
  auto defined = parts_.directory.QueuesOf(account_id_);
  std::vector<crm::v1::KeptQueue> unknown;
  for (const auto& row : kept) {
    if (!IsAmong(defined, row.id())) unknown.push_back(KeptQueueOf(row));
  }
  if (unknown.empty()) return defined;
  std::ranges::move(parts_.directory.HandOver(account_id_, unknown), std::back_inserter(defined));
  return defined;
}

void AccountComparison::ListDeals(const QueueRow& queue) {
  auto deals = parts_.deals.ListUnowned(account_id_, queue.pipeline(), queue.stage());
  forgotten_.Count(deals, parts_.work.Now());
  if (scope_ == Scope::kOnOfferToo) {
    std::ranges::move(parts_.deals.ListOnOffer(account_id_, queue.pipeline(), queue.stage()),
                      std::back_inserter(deals));
  }
  for (auto& portion : PortionsFromTheLast(std::move(deals))) {
    portions_.emplace_front([this, queue, portion = std::move(portion)](storage::Connection& db) {
      Try({queue.id()}, [&] { Plan(db, queue, portion); });
    });
  }
}

void AccountComparison::ReportNobodys() {
  if (all_listed_) parts_.nobodys.Found(account_id_, forgotten_, parts_.work.Now());
}

void AccountComparison::Plan(storage::Connection& db, const QueueRow& queue, const Deals& deals) {
  Deals out_of_step;
  parts_.work.Read(db, account_id_, kReconcileCause,
                   [&](rpc::Session& session) { out_of_step = OutOfStep(session, queue, deals); });
  for (const auto& deal : out_of_step) {
    Try({queue.id(), deal.id()},
        [&] { Run(db, [&](rpc::Session& session) { parts_.planner.Follow(session, Listed(deal)); }); });
  }
}

void AccountComparison::RestoreTimers(storage::Connection& db, const OfferRow* after) {
  std::vector<OfferRow> offers;
  parts_.work.Read(db, account_id_, kReconcileCause,
                   [&](rpc::Session& session) { offers = Offers(session).WithoutTimer(after, kPortion); });
  if (offers.size() == kPortion) {
    portions_.emplace_back([this, last = offers.back()](storage::Connection& next) { RestoreTimers(next, &last); });
  }
  for (const auto& offer : offers) {
    Try({offer.queue_id(), offer.deal_id()}, [&] { Restore(db, offer); });
  }
}

void AccountComparison::Restore(storage::Connection& db, const OfferRow& offer) {
  const auto deal = parts_.deals.Get(account_id_, offer.deal_id());
  Run(db, [&](rpc::Session& session) {
    deal ? parts_.planner.Follow(session, Listed(*deal)) : parts_.planner.Withdraw(session, offer);
    const auto now = Offers(session).Lock(offer.deal_id(), offer.attempt());
    if (now) parts_.timers.Set(session, *now);
  });
}

}  // namespace voronka::distribution
