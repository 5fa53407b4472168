#include "notifier/push/routes.h"

#include <gtest/gtest.h>

#include "tests/notifier/people.h"

namespace voronka::notifier {
namespace {

v1::Device DeviceAt(v1::Vendor vendor, const std::string& address) {
  v1::Device device;
  device.set_vendor(vendor);
  device.set_address(address);
  return device;
}

TEST(Routes, AreHostsOrVendors) {
  EXPECT_EQ(RouteOf(DeviceAt(v1::VENDOR_WEB_PUSH, "https://push.example.com:8443/a/b")), "push.example.com:8443");
  EXPECT_EQ(RouteOf(DeviceAt(v1::VENDOR_WEB_PUSH, "https://push.example.com")), "push.example.com");
  EXPECT_EQ(RouteOf(DeviceAt(v1::VENDOR_FCM, "token/with:signs")), "VENDOR_FCM");
}

TEST(Routes, AreFullEachForItself) {
  Routes routes;
  for (size_t i = 0; i < Routes::kRoom; ++i) routes.Sent("slow", kSecond);
  EXPECT_EQ(routes.RoomOf("slow"), 0);
  EXPECT_EQ(routes.RoomOf("quick"), Routes::kRoom);
  routes.Answered("slow", kSecond);
  EXPECT_EQ(routes.RoomOf("slow"), 1);
}

TEST(Routes, AreLookedAtAgainTheLaterTheSlowerTheyAre) {
  Routes routes;
  routes.Sent("slow", 0);
  routes.Sent("slow", 2 * kSecond);
  EXPECT_EQ(routes.RetryTime("slow", 3 * kSecond), 6 * kSecond);
  EXPECT_EQ(routes.RetryTime("slow", 100 * kSecond), 110 * kSecond);
  routes.Answered("slow", 0);
  EXPECT_EQ(routes.RetryTime("slow", 3 * kSecond), 4 * kSecond);
  EXPECT_GT(routes.RetryTime("slow", 2 * kSecond), 2 * kSecond);
}

TEST(Routes, AreIdleOnceEverythingIsAnswered) {
  Routes routes;
  routes.Sent("a", 1);
  EXPECT_FALSE(routes.IsIdle());
  routes.Answered("a", 1);
  EXPECT_TRUE(routes.IsIdle());
  routes.Answered("a", 1);
  EXPECT_TRUE(routes.IsIdle());
}

}  // namespace
}  // namespace voronka::notifier
