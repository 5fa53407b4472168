#include "tests/system/phones.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <tuple>

#include "tests/system/moments.h"
#include "tests/system/reading.h"
#include "tests/system/requests.h"
#include "voronka/notifier/v1/device.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using notifier::v1::Notification;

void Register(client::Client& session, int phone) {
  notifier::v1::RegisterDeviceRequest request;
  auto& device = *request.mutable_device();
  device.set_vendor(notifier::v1::VENDOR_FCM);
  device.set_name(fmt::format("Phone {}", phone));
  // Such addresses are answered with 200.
  device.set_address(fmt::format("status-200-{}", phone));
  session.Call<notifier::v1::Device>(request);
}

std::multiset<int64_t> RemindersIn(const std::vector<Notification>& inbox) {
  std::multiset<int64_t> tasks;
  for (const auto& notification : inbox) {
    if (notification.kind() == Notification::KIND_TASK_REMINDER) tasks.insert(notification.task_id());
  }
  return tasks;
}

}  // namespace

Phones::Phones(Account& account, const VendorServers& vendors, int count) : account_(account), vendors_(vendors) {
  for (int phone = 0; phone < count; ++phone) {
    sessions_.push_back(account.LogIn("head"));
    Register(*sessions_.back(), phone);
  }
}

void Phones::Remind(int reminders) {
  for (int i = 0; i < reminders; ++i) account_.head().Call<crm::v1::Task>(TaskDue(Now() + 1h, 0, {1h - 2s}));
  reminders_ += reminders;
}

bool Phones::AllRang() const {
  const auto tasks = RemindersIn(InboxOf(account_.head()));
  const std::set<int64_t> distinct(tasks.begin(), tasks.end());
  std::set<std::tuple<std::string, std::string, std::string>> rung;
  for (const Json& received : vendors_.Received("fcm")) {
    const Json& message = received.at("message");
    const Json& data = message.at("data");
    rung.emplace(message.at("token"), data.at("notificationId"), data.at("occurrence"));
  }
  return static_cast<int>(tasks.size()) == reminders_ && distinct.size() == tasks.size() &&
         static_cast<int>(rung.size()) == pushes();
}

int Phones::told() const { return static_cast<int>(vendors_.Received("fcm").size()); }

}  // namespace voronka::testing
