#include "notifier/events/event_effects.h"

#include <google/protobuf/util/time_util.h>

#include "foundation/process/fault_points.h"
#include "notifier/inbox/ended_news.h"
#include "notifier/inbox/notify.h"
#include "notifier/news/deal_news.h"
#include "notifier/news/remark_news.h"
#include "notifier/push/sign_out.h"
#include "notifier/recipients/recipients.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::notifier {
namespace {

using crm::v1::Event;
using google::protobuf::util::TimeUtil;

bool ConcernsDeal(const Event& event) {
  const auto change = events::ReadChange<crm::v1::Deal>(event);
  return OfferWarnings::Concerns(change) || UnsortedWaits::Concerns(change) || EndsDealNews(change) ||
         !NewsOfDeal(event, change).empty();
}

bool ConcernsInquiry(const Event& event) {
  return !NewsOfInquiry(event, events::ReadChange<crm::v1::Inquiry>(event).after).empty();
}

bool ConcernsTimeline(const Event& event) {
  return !NewsOfTimeline(event, events::ReadChange<crm::v1::TimelineEntry>(event).after).empty();
}

}  // namespace

bool EventEffects::Concerns(const Event& event) {
  if (events::IsChangeTo<crm::v1::Deal>(event)) return ConcernsDeal(event);
  if (events::IsChangeTo<crm::v1::Inquiry>(event)) return ConcernsInquiry(event);
  if (events::IsChangeTo<crm::v1::TimelineEntry>(event)) return ConcernsTimeline(event);
  return events::IsChangeTo<crm::v1::Task>(event) || events::IsChangeTo<crm::v1::Approval>(event) ||
         events::IsChangeTo<crm::v1::Remark>(event) || events::IsChangeTo<crm::v1::User>(event) ||
         events::IsChangeTo<crm::v1::Team>(event) || events::IsChangeTo<crm::v1::Account>(event) ||
         events::IsChangeTo<crm::v1::Session>(event);
}

void EventEffects::Apply(rpc::Session& session, const Event& event) {
  const auto save = [&](const auto& change) { Recipients(session.db, session.account_id()).Save(change.after); };
  events::On<crm::v1::Deal>(event, [&](const auto& change) {
    offer_warnings_.Follow(session, change, ClientNameIn(event));
    unsorted_waits_.Follow(session, change);
    EndDealNews(session, change);
    Notify(session, NewsOfDeal(event, change));
  });
  events::On<crm::v1::Inquiry>(event, [&](const auto& change) { Notify(session, NewsOfInquiry(event, change.after)); });
  events::On<crm::v1::Remark>(event, [&](const auto& change) {
    const auto owners = Recipients(session.db, session.account_id()).ActiveWithRole(options::v1::ROLE_ADMIN);
    Notify(session, NewsOfRemark(event, change, owners));
  });
  events::On<crm::v1::TimelineEntry>(event,
                                     [&](const auto& change) { Notify(session, NewsOfTimeline(event, change.after)); });
  events::On<crm::v1::Task>(event, [&](const auto& change) {
    task_reminders_.Follow(session, change, TimeUtil::TimestampToMicroseconds(event.create_time()));
  });
  if (events::IsChangeTo<crm::v1::Approval>(event)) {
    approval_waits_.Follow(session, event.change(),
                           {event.actor_user_id(), TimeUtil::TimestampToMicroseconds(event.create_time())});
  }
  events::On<crm::v1::User>(event, [&](const auto& change) {
    revocations_.OutdateIfRightsChanged(session, session.account_id(), change.before, change.after);
    save(change);
    SignOutIfDisabled(session, change.after);
  });
  events::On<crm::v1::Team>(event, save);
  events::On<crm::v1::Account>(event, save);
  events::On<crm::v1::Session>(event, [&](const auto& change) {
    revocations_.Revoke(session, session.account_id(), change.after.id());
    if (process::Broken(process::Fault::kDeviceOutlivesSession)) return;
    SignOutOfSession(session, change.after.id());
  });
}

}  // namespace voronka::notifier
