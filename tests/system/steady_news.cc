#include "tests/system/steady_news.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <stdexcept>

#include "tests/support/eventually.h"
#include "tests/system/crowd.h"
#include "tests/system/moments.h"
#include "tests/system/reading.h"
#include "tests/system/requests.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using google::protobuf::util::TimeUtil;
using notifier::v1::Notification;

constexpr client::CallOptions kPatientCall{.timeout = 60s, .repeat = true};

// The maximum length of a name.
std::string LongName() {
  std::string name;
  for (int i = 0; i < 200; ++i) name += "🟢";
  return name;
}

// Being given a deal is what they are notified of.
int64_t GiveNotification(Account& account, int manager) {
  crm::v1::CreateDealRequest request;
  request.mutable_deal()->set_name(LongName());
  request.mutable_deal()->set_pipeline(kPipeline);
  request.mutable_deal()->set_stage(kAccepted);
  request.mutable_deal()->set_responsible_user_id(account.manager_id(manager));
  account.head().Call<crm::v1::Deal>(request, kPatientCall);
  std::vector<Notification> inbox;
  if (!Eventually([&] { return !(inbox = InboxOf(account.manager(manager))).empty(); })) {
    throw std::runtime_error("the notification has not come");
  }
  return inbox.front().id();
}

}  // namespace

SteadyNews::SteadyNews(Account& account, int replica)
    : next_moment_((Now() + 24h).time_since_epoch().count()), news_(account.managers()) {
  for (int manager = 0; manager < account.managers(); ++manager) {
    managers_.push_back(account.LogIn(fmt::format("manager-{}", manager), replica));
    notification_ids_.push_back(GiveNotification(account, manager));
  }
}

void SteadyNews::TellAtOnce(int of_each_manager) {
  InParallel(static_cast<int>(managers_.size()), [&](int manager) {
    for (int number = 0; number < of_each_manager; ++number) TellOnce(manager);
  });
}

void SteadyNews::Start(int per_second) {
  thread_ = std::jthread([this, per_second](const std::stop_token& stop) { Tell(stop, per_second); });
}

void SteadyNews::Stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

std::vector<SteadyNews::News> SteadyNews::Of(int manager) const {
  const std::lock_guard lock(mutex_);
  return news_.at(manager);
}

void SteadyNews::Tell(const std::stop_token& stop, int per_second) {
  const auto begin = std::chrono::steady_clock::now();
  for (int number = 0; !stop.stop_requested(); ++number) {
    std::this_thread::sleep_until(begin + 1s * number / per_second);
    TellOnce(static_cast<int>(number % managers_.size()));
  }
}

void SteadyNews::TellOnce(int manager) {
  const News news{++next_moment_, std::chrono::steady_clock::now()};
  notifier::v1::SnoozeNotificationRequest request;
  request.set_notification_id(notification_ids_.at(manager));
  *request.mutable_snooze_time() = TimeUtil::MicrosecondsToTimestamp(news.snoozed_until);
  managers_.at(manager)->Call<Notification>(request, kPatientCall);
  const std::lock_guard lock(mutex_);
  news_.at(manager).push_back(news);
}

}  // namespace voronka::testing
