#include "notifier/reminders/offer_warnings.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <chrono>

#include "foundation/storage/stored_message.h"
#include "notifier/inbox/notify.h"

namespace voronka::notifier {
namespace {

using crm::v1::Deal;
using google::protobuf::util::TimeUtil;
using timers::Timer;

constexpr const char* kOfferWarning = "offer_warning";
constexpr int64_t kBefore = std::chrono::microseconds(std::chrono::minutes(1)).count();

timers::TimerKey KeyOf(const rpc::Session& session, const Deal& deal) {
  return {session.account_id(), kOfferWarning, deal.id(), deal.offer_attempt()};
}

bool SameOffer(const Deal& a, const Deal& b) {
  return a.has_offer_deadline() == b.has_offer_deadline() && a.offer_attempt() == b.offer_attempt();
}

void Warn(rpc::Session& session, const Timer& timer) {
  const auto deal = storage::Stored<Deal>(timer.payload);
  Notify(session, {{.kind = v1::Notification::KIND_OFFER_WARNING,
                    .user_id = deal.responsible_user_id(),
                    .dedup_key = fmt::format("offer_warning/{}/{}", deal.id(), deal.offer_attempt()),
                    .due = timer.due,
                    .deal_id = deal.id(),
                    .deal_name = deal.name(),
                    .deadline = TimeUtil::TimestampToMicroseconds(deal.offer_deadline())}});
}

}  // namespace

std::optional<int64_t> WarningMoment(const Deal& deal, int64_t now) {
  if (!deal.has_offer_deadline()) return std::nullopt;
  const int64_t moment = TimeUtil::TimestampToMicroseconds(deal.offer_deadline()) - kBefore;
  return moment > now ? std::optional(moment) : std::nullopt;
}

OfferWarnings::OfferWarnings(timers::Timers& timers) : timers_(timers) { timers_.OnDue(kOfferWarning, Warn); }

bool OfferWarnings::Concerns(const events::ChangeTo<Deal>& change) { return !SameOffer(change.before, change.after); }

void OfferWarnings::Follow(rpc::Session& session, const events::ChangeTo<Deal>& change,
                           const std::string& client_name) {
  if (!Concerns(change)) return;
  if (change.before.has_offer_deadline()) timers::TimerTable(session.db).Cancel(KeyOf(session, change.before));
  const auto moment = WarningMoment(change.after, session.Now());
  if (!moment) return;
  auto offered = change.after;
  if (offered.name().empty()) offered.set_name(client_name);
  timers_.Arm(session, {.key = KeyOf(session, offered), .due = *moment, .payload = offered.SerializeAsString()});
}

}  // namespace voronka::notifier
