#include "notifier/inbox/tell.h"

#include <google/protobuf/util/time_util.h>

#include "notifier/inbox/inbox.h"
#include "notifier/inbox/texts.h"
#include "notifier/recipients/recipients.h"

namespace voronka::notifier {

using google::protobuf::util::TimeUtil;

void Tell(rpc::Session& session, const News& news) {
  Recipients recipients(session.db, session.account_id());
  const auto reader = recipients.Get(news.user_id);
  if (!reader.active()) return;
  const auto about = news.about_user_id == 0 ? "" : recipients.Get(news.about_user_id).display_name();
  v1::Notification notification;
  notification.set_kind(news.kind);
  notification.set_text(TextOf(news, reader, about, session.Now()));
  notification.set_deal_id(news.deal_id);
  notification.set_task_id(news.task_id);
  *notification.mutable_due_time() = TimeUtil::MicrosecondsToTimestamp(news.due);
  if (news.deadline != 0) *notification.mutable_deadline() = TimeUtil::MicrosecondsToTimestamp(news.deadline);
  Inbox(session, news.user_id).Add(news.told_key, std::move(notification));
}

}  // namespace voronka::notifier
