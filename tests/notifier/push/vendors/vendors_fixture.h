#pragma once

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <memory>
#include <string>

#include "notifier/push/vendors/push_services.h"
#include "tests/notifier/push/vendors/vendor_servers.h"
#include "tests/support/eventually.h"

namespace voronka::notifier {

inline std::string Hex(const std::string& text) {
  std::string hex;
  for (const unsigned char byte : text) hex += fmt::format("{:02x}", byte);
  return hex;
}

// PushServices in front of the servers of all vendors.
class Vendors : public ::testing::Test {
 protected:
  using Outcome = PushAnswer::Outcome;
  using Answers = std::future<PushAnswer>;

  // Keys and endpoints of all vendors.
  config::v1::Push Configuration() const {
    auto push = servers_.Firebase();
    push.mutable_web_push()->set_private_key_file(servers_.File("vapid.key"));
    push.mutable_web_push()->set_contact("mailto:admin@example.com");
    push.mutable_web_push()->add_allowed_hosts(servers_.address("webPush"));
    auto& apns = *push.mutable_apns();
    apns.set_private_key_file(servers_.File("apple.key"));
    apns.set_key_id("KEY1234567");
    apns.set_team_id("TEAM123456");
    apns.set_topic("com.example.voronka");
    apns.set_endpoint("https://" + servers_.address("apns"));
    apns.set_ca_file(servers_.File("authority.crt"));
    return push;
  }

  void SetUp() override { Open(Configuration()); }
  void Open(const config::v1::Push& configuration) {
    services_ = std::make_unique<PushServices>(configuration, clock_, log_, metrics_);
  }

  // A device whose push service answers as the word says.
  v1::Device DeviceOf(v1::Vendor vendor, const std::string& word) const {
    v1::Device device;
    device.set_vendor(vendor);
    device.set_address(vendor == v1::VENDOR_FCM    ? word
                       : vendor == v1::VENDOR_APNS ? Hex(word)
                                                   : "http://" + servers_.address("webPush") + "/push/" + word);
    device.set_public_key(servers_.SubscriptionKey("publicKey"));
    device.set_auth_secret(servers_.SubscriptionKey("authSecret"));
    return device;
  }

  Push PushTo(v1::Vendor vendor, const std::string& word) const {
    Push push{.device = DeviceOf(vendor, word),
              .message = {},
              .expire = clock_.NowMicros() + std::chrono::microseconds(std::chrono::minutes(5)).count(),
              .urgency = v1::KindPreference::URGENCY_HIGH,
              .collapse_key = "bjQyLTE"};
    push.message.set_notification_id(42);
    push.message.set_occurrence(1);
    push.message.set_kind(v1::Notification::KIND_OFFER);
    push.message.set_text("Вам новая заявка: сделка #7");
    push.message.set_deal_id(7);
    push.message.set_sound(true);
    return push;
  }

  Answers Start(Push push) {
    auto answer = std::make_shared<std::promise<PushAnswer>>();
    services_->Send(std::move(push), [answer](const PushAnswer& given) { answer->set_value(given); });
    return answer->get_future();
  }
  PushAnswer Send(Push push) { return Start(std::move(push)).get(); }
  PushAnswer Send(v1::Vendor vendor, const std::string& word) { return Send(PushTo(vendor, word)); }

  // The only thing that has arrived there.
  testing::Json Received(const std::string& service) const {
    const auto all = servers_.Received(service);
    EXPECT_EQ(all.size(), 1u);
    return all.empty() ? testing::Json() : all.front();
  }

  bool Shows(const std::string& line) const {
    return metrics_.Page().find("voronka_" + line + "\n") != std::string::npos;
  }

  const testing::VendorServers servers_;
  const process::SystemClock clock_;
  process::Log log_{config::v1::Log()};
  process::Metrics metrics_;
  std::unique_ptr<PushServices> services_;
};

}  // namespace voronka::notifier
