#include "notifier/news/remark_news.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <utility>

namespace voronka::notifier {
namespace {

using crm::v1::Event;
using crm::v1::Remark;
using v1::Notification;

News AboutRemark(const Remark& remark, const Event& event, Notification::Kind kind, int64_t user_id) {
  return {.kind = kind,
          .user_id = user_id,
          .dedup_key = fmt::format("remark/{}/{}", remark.id(), static_cast<int>(kind)),
          .due = google::protobuf::util::TimeUtil::TimestampToMicroseconds(event.create_time()),
          .deal_id = remark.deal_id()};
}

News Made(const Remark& remark, const Event& event, int64_t owner) {
  auto news = AboutRemark(remark, event, Notification::KIND_REMARK, owner);
  news.text = remark.text();
  news.about_user_id = remark.author_user_id();
  return news;
}

News Answered(const Remark& remark, const Event& event) {
  auto news = AboutRemark(remark, event, Notification::KIND_REMARK_ANSWERED, remark.author_user_id());
  news.text = remark.answer();
  return news;
}

}  // namespace

std::vector<News> NewsOfRemark(const Event& event, const events::ChangeTo<Remark>& change,
                               const std::vector<int64_t>& owners) {
  const auto& remark = change.after;
  std::vector<News> all;
  if (remark.state() == Remark::STATE_ANSWERED) {
    if (remark.author_user_id() != event.actor_user_id()) all.push_back(Answered(remark, event));
    return all;
  }
  for (const int64_t owner : owners) {
    if (owner != event.actor_user_id()) all.push_back(Made(remark, event, owner));
  }
  return all;
}

}  // namespace voronka::notifier
