#include "notifier/inbox/notify.h"

#include <google/protobuf/util/time_util.h>

#include <optional>
#include <string>

#include "notifier/inbox/inbox.h"
#include "notifier/inbox/texts.h"
#include "notifier/kinds/kinds.h"
#include "notifier/recipients/recipients.h"

namespace voronka::notifier {

namespace {

using google::protobuf::util::TimeUtil;
using v1::Notification;

// When a task is overdue, its assignee is notified too; and a deal that was passed on has somebody.
bool SomebodyMustAct(const News& news) { return KindOf(news.kind).somebody_must_act && news.about_user_id == 0; }

struct Reader {
  v1::Recipient recipient;
  // The name of the user whom the reader stands in for; empty: nobody.
  std::string in_place_of;
};

std::optional<Reader> ReaderOf(Recipients& recipients, const News& news) {
  const auto meant = recipients.Get(news.user_id);
  if (news.user_id != 0 && meant.active()) return Reader{meant, ""};
  const int64_t acting = SomebodyMustAct(news) ? recipients.WhoActsFor(news.user_id) : 0;
  if (acting == 0) return std::nullopt;
  return Reader{recipients.Get(acting), meant.display_name()};
}

}  // namespace

void Notify(rpc::Session& session, const News& news) {
  Recipients recipients(session.db, session.account_id());
  const auto reader = ReaderOf(recipients, news);
  if (!reader) return;
  const auto about = news.about_user_id == 0 ? "" : recipients.Get(news.about_user_id).display_name();
  Notification notification;
  notification.set_kind(news.kind);
  notification.set_text(TextOf(news, reader->recipient, about, session.Now()) +
                        InPlaceOf(reader->in_place_of, reader->recipient));
  notification.set_deal_id(news.deal_id);
  notification.set_task_id(news.task_id);
  *notification.mutable_due_time() = TimeUtil::MicrosecondsToTimestamp(news.due);
  if (news.deadline != 0) *notification.mutable_deadline() = TimeUtil::MicrosecondsToTimestamp(news.deadline);
  Inbox(session, reader->recipient.user_id())
      .Add(news.dedup_key, std::move(notification), DiscreetTextOf(news, reader->recipient, session.Now()));
}

}  // namespace voronka::notifier
