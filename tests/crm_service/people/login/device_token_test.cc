#include "crm_service/people/login/device_token.h"

#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

TEST(DeviceToken, IdentifiesADeviceToWhoeverHasTheHash) {
  process::SystemRandom random;
  const std::string token = NewDeviceToken(random, "hash");
  EXPECT_EQ(DeviceOf(token, "hash"), token.substr(0, 43));
  EXPECT_FALSE(DeviceOf(token, "another hash"));
}

TEST(DeviceToken, CannotBeForged) {
  process::SystemRandom random;
  const std::string token = NewDeviceToken(random, "hash");
  const std::string other = NewDeviceToken(random, "hash");
  const std::string another_device = (token[0] == 'x' ? "y" : "x") + token.substr(1);
  for (const std::string& forged : {std::string(), std::string("."), token.substr(0, 43), token + "x",
                                    token.substr(0, 44) + other.substr(44), another_device}) {
    EXPECT_FALSE(DeviceOf(forged, "hash")) << forged;
  }
}

}  // namespace
}  // namespace voronka::crm
