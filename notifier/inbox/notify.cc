#include "notifier/inbox/notify.h"

#include <google/protobuf/util/time_util.h>

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "notifier/inbox/additions.h"
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

// By user.
using People = std::map<int64_t, v1::Recipient>;

People PeopleIn(Recipients& recipients, const std::vector<News>& all) {
  std::vector<int64_t> users;
  for (const auto& news : all) users.insert(users.end(), {news.user_id, news.about_user_id});
  return recipients.GetAll(users);
}

std::optional<Reader> ReaderOf(Recipients& recipients, const People& people, const News& news) {
  const auto& meant = people.at(news.user_id);
  if (news.user_id != 0 && meant.active()) return Reader{meant, ""};
  const int64_t acting = SomebodyMustAct(news) ? recipients.WhoActsFor(news.user_id) : 0;
  if (acting == 0) return std::nullopt;
  return Reader{recipients.Get(acting), meant.display_name()};
}

Addition AdditionOf(const News& news, const Reader& reader, const std::string& about, int64_t now) {
  Notification notification;
  notification.set_kind(news.kind);
  notification.set_text(TextOf(news, reader.recipient, about, now) + InPlaceOf(reader.in_place_of, reader.recipient));
  notification.set_deal_id(news.deal_id);
  notification.set_task_id(news.task_id);
  *notification.mutable_due_time() = TimeUtil::MicrosecondsToTimestamp(news.due);
  if (news.deadline != 0) *notification.mutable_deadline() = TimeUtil::MicrosecondsToTimestamp(news.deadline);
  return {reader.recipient.user_id(), news.dedup_key, std::move(notification),
          DiscreetTextOf(news, reader.recipient, now)};
}

}  // namespace

void Notify(rpc::Session& session, const std::vector<News>& all) {
  Recipients recipients(session.db, session.account_id());
  const auto people = PeopleIn(recipients, all);
  std::vector<Addition> additions;
  for (const auto& news : all) {
    const auto reader = ReaderOf(recipients, people, news);
    if (!reader) continue;
    const auto about = news.about_user_id == 0 ? "" : people.at(news.about_user_id).display_name();
    additions.push_back(AdditionOf(news, *reader, about, session.Now()));
  }
  if (!additions.empty()) AddToInboxes(session, std::move(additions));
}

}  // namespace voronka::notifier
