#pragma once

#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <vector>

#include "foundation/process/clock.h"
#include "notifier/devices/devices.h"
#include "notifier/inbox/inbox.h"
#include "notifier/preferences/preferences.h"
#include "notifier/push/push_sender.h"
#include "tests/notifier/office.h"
#include "tests/notifier/push/browsers.h"
#include "tests/notifier/push/told_push_service.h"

namespace voronka::notifier {

// The office, where Anna has a browser and a phone. Pushes go to a push service under the test's control.
class PushOffice : public Office {
 protected:
  static constexpr int64_t kBrowser = 21;
  static constexpr int64_t kPhone = 22;

  PushOffice() {
    Give(kAnna, kBrowser);
    Give(kAnna, kPhone);
  }

  void Give(int64_t user_id, int64_t device_id) {
    Devices(replica_.db, kAccount).Put(user_id, RegisteredBrowser(device_id, Now()));
  }
  std::unique_ptr<PushSender> NewSender(ToldPushService& service) {
    auto sender = std::make_unique<PushSender>(replica_.host.configuration.database(), clock_, replica_.host.random,
                                               service.Door(), replica_.host.log, replica_.host.metrics);
    sender->Start();
    return sender;
  }

  // A client of Anna's has written, in inquiry `number`.
  void TellAnna(int number) { replica_.TellUser(kAccount, kAnna, number); }
  v1::Notification AnnasOnly() { return replica_.InboxOf(kAccount, kAnna).at(0); }
  // As if the device of that session had called.
  void AcknowledgeAt(int64_t session_id, int64_t notification_id) {
    rpc::Caller caller;
    caller.account_id = kAccount;
    caller.user_id = kAnna;
    caller.session_id = session_id;
    storage::RunTransaction(replica_.db, [&](storage::Transaction& transaction) {
      const rpc::Origin origin{"", "test"};
      rpc::Session session(replica_.host.session_context, transaction, caller, origin);
      Inbox(session, kAnna).Acknowledge(notification_id);
    });
  }
  void Prefer(const std::function<void(v1::KindPreference&)>& change, v1::Notification::Kind kind) {
    ChangePreferences([&](v1::Preferences& preferences) {
      for (auto& preference : *preferences.mutable_kinds()) {
        if (preference.kind() == kind) change(preference);
      }
    });
  }
  void ChangePreferences(const std::function<void(v1::Preferences&)>& change) {
    Preferences preferences(replica_.db, kAccount, kAnna);
    const auto before = preferences.Lock();
    auto after = before;
    change(after);
    preferences.Save(before, after);
  }

  // Oldest first.
  std::vector<v1::PushIntent> Pushes() {
    return replica_.db.Select<v1::PushIntent>("SELECT {columns} FROM pushes ORDER BY id");
  }
  bool AllAre(v1::PushIntent::State state) {
    const auto pushes = Pushes();
    return std::ranges::all_of(pushes, [state](const auto& push) { return push.state() == state; });
  }
  std::vector<int64_t> ClosedDevices() {
    std::vector<int64_t> devices;
    for (const auto& push : Pushes()) {
      if (push.purpose() == v1::PushIntent::PURPOSE_CLOSE) devices.push_back(push.device_id());
    }
    return devices;
  }
  void WaitUntilAllAre(v1::PushIntent::State state) {
    ASSERT_TRUE(Eventually([&] { return AllAre(state); }));
  }

  // The senders', which a test may advance. Everything else goes by the real clock.
  void Advance(int64_t micros) { clock_.SetOffset(advanced_ += micros); }
  process::OffsetClock clock_{static_cast<const process::Clock&>(replica_.host.clock)};

 private:
  int64_t advanced_ = 0;
};

}  // namespace voronka::notifier
