#include "notifier/events/event_effects.h"

#include <google/protobuf/util/time_util.h>

#include "notifier/inbox/notify.h"
#include "notifier/news/deal_news.h"
#include "notifier/recipients/recipients.h"

namespace voronka::notifier {
namespace {

using crm::v1::Event;
using google::protobuf::util::TimeUtil;

void NotifyAll(rpc::Session& session, const std::vector<News>& all) {
  for (const auto& news : all) Notify(session, news);
}

}  // namespace

void EventEffects::Apply(rpc::Session& session, const Event& event) {
  switch (event.change_case()) {
    case Event::kDeal:
      offer_warnings_.Follow(session, event.deal());
      return NotifyAll(session, NewsOfDeal(event));
    case Event::kInquiry:
      return NotifyAll(session, NewsOfInquiry(event));
    case Event::kTask:
      return task_reminders_.Follow(session, event.task(), TimeUtil::TimestampToMicroseconds(event.create_time()));
    case Event::kUser:
      revocations_.Follow(session, session.account_id(), event.user());
      return Recipients(session.db, session.account_id()).Save(event.user().after());
    case Event::kTeam:
      return Recipients(session.db, session.account_id()).Save(event.team().after());
    case Event::kAccount:
      return Recipients(session.db, session.account_id()).Save(event.account().after());
    case Event::kSessionRevoked:
      return revocations_.Revoke(session, session.account_id(), event.session_revoked().session().id());
    default:
      return;
  }
}

}  // namespace voronka::notifier
