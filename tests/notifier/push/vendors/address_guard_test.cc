#include "notifier/push/vendors/address_guard.h"

#include <gtest/gtest.h>

#include "foundation/process/configuration_error.h"

namespace voronka::notifier {
namespace {

AddressGuard Guard(std::initializer_list<std::string> allowed_hosts = {}) {
  google::protobuf::RepeatedPtrField<std::string> hosts;
  for (const auto& host : allowed_hosts) *hosts.Add() = host;
  return AddressGuard(hosts);
}

bool Allows(const AddressGuard& guard, const std::string& address) { return guard.Find(address).has_value(); }

TEST(AddressGuard, AllowsThePushServicesOfBrowsers) {
  const AddressGuard guard = Guard();
  for (const std::string address :
       {"https://fcm.googleapis.com/fcm/send/abc:DEF_-", "https://jmt17.google.com/fcm/send/abc",
        "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
        "https://wns2-par02p.notify.windows.com/w/?token=B%2b", "https://web.push.apple.com/QABC",
        "https://FCM.googleapis.com/fcm/send/1", "https://fcm.googleapis.com:443/fcm/send/1"}) {
    ASSERT_TRUE(Allows(guard, address)) << address;
    EXPECT_FALSE(guard.Find(address)->may_be_private) << address;
  }
}

TEST(AddressGuard, RefusesEverythingElse) {
  const AddressGuard guard = Guard({"push.example.com", "10.0.0.5:8443"});
  for (const std::string address : {"",
                                    "https://",
                                    "https://example.com/",
                                    "https://fcm.googleapis.com.example.com/",
                                    "https://examplefcm.googleapis.com/",
                                    "https://push.apple.com/",
                                    "https://.push.apple.com/",
                                    "https://example.com/fcm.googleapis.com",
                                    "https://example.com#fcm.googleapis.com",
                                    "https://example.com\\@fcm.googleapis.com/",
                                    "https://fcm.googleapis.com@example.com/",
                                    "https://user:password@fcm.googleapis.com/",
                                    "https://user@push.example.com/",
                                    "http://fcm.googleapis.com/fcm/send/1",
                                    "https://fcm.googleapis.com:8443/",
                                    "https://fcm.googleapis.com:80/",
                                    "ftp://fcm.googleapis.com/",
                                    "file:///etc/passwd",
                                    "fcm.googleapis.com/fcm/send/1",
                                    "https://fcm.googleapis.com./",
                                    "https://..notify.windows.com/",
                                    "https://-.notify.windows.com/",
                                    "https://a-.notify.windows.com/",
                                    "https://a%2eb.notify.windows.com/",
                                    "https://a_b.notify.windows.com/",
                                    "https://a b.notify.windows.com/",
                                    "https://web.push.apple.com/#@127.0.0.1/",
                                    "https://fcm.googleapis.com\n/",
                                    "https://fcm.googleapis.com/a b",
                                    "https://web.push.apple.com\xC2\xAD/",
                                    "https://142.250.1.1/",
                                    "https://[2607:f8b0::1]/",
                                    "https://127.0.0.1/",
                                    "https://2130706433/",
                                    "https://0x7f.1/",
                                    "https://localhost/",
                                    "https://169.254.169.254/latest/meta-data",
                                    "http://push.example.com/",
                                    "https://push.example.com:8443/",
                                    "https://a.push.example.com/",
                                    "https://10.0.0.5/",
                                    "http://10.0.0.5:8443/"}) {
    EXPECT_FALSE(Allows(guard, address)) << address;
  }
  EXPECT_FALSE(Allows(guard, std::string("https://fcm.googleapis.com\0.example.com/", 39)));
}

TEST(AddressGuard, AllowsWhatTheOperatorNames) {
  const AddressGuard guard = Guard({"push.example.com", "Push.Example.org:8443", "10.0.0.5:8443", "[fd00::1]:8443"});
  for (const std::string address : {"https://push.example.com/upABC?up=1", "https://push.example.org:8443/",
                                    "https://10.0.0.5:8443/", "https://[fd00::1]:8443/"}) {
    ASSERT_TRUE(Allows(guard, address)) << address;
    EXPECT_TRUE(guard.Find(address)->may_be_private) << address;
  }
}

TEST(AddressGuard, AllowsClearTextOnThisMachineAlone) {
  const AddressGuard guard = Guard({"127.0.0.1:9000", "localhost:9000", "[::1]:9000", "push.example.com:80"});
  EXPECT_TRUE(Allows(guard, "http://127.0.0.1:9000/"));
  EXPECT_TRUE(Allows(guard, "http://localhost:9000/"));
  EXPECT_TRUE(Allows(guard, "http://[::1]:9000/"));
  EXPECT_FALSE(Allows(guard, "http://push.example.com/"));
}

TEST(AddressGuard, RefusesHostsThatAreNone) {
  for (const std::string entry : {"", "https://push.example.com", "push.example.com/", "user@push.example.com",
                                  "push example.com", "push.example.com:99999", "push.example.com:https"}) {
    EXPECT_THROW(Guard({entry}), process::ConfigurationError) << entry;
  }
}

TEST(AddressGuard, NamesAnOriginAsTokensDo) {
  const AddressGuard guard = Guard({"push.example.com:8443"});
  EXPECT_EQ(guard.Find("https://FCM.googleapis.com:443/fcm/send/1")->url.Origin(), "https://fcm.googleapis.com");
  EXPECT_EQ(guard.Find("https://push.example.com:8443/up")->url.Origin(), "https://push.example.com:8443");
}

}  // namespace
}  // namespace voronka::notifier
