#include "client/endpoints.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace voronka::client {
namespace {

TEST(Endpoints, AreDefaultsUnlessTheEnvironmentOverridesThem) {
  setenv("VORONKA_DISTRIBUTION", "10.0.0.2:9000", 1);
  const Endpoints endpoints = EndpointsOfEnvironment();
  unsetenv("VORONKA_DISTRIBUTION");
  EXPECT_EQ(endpoints.addresses.at("crm"), "127.0.0.1:7701");
  EXPECT_EQ(endpoints.addresses.at("distribution"), "10.0.0.2:9000");
  EXPECT_EQ(endpoints.addresses.at("notifier"), "127.0.0.1:7703");
}

}  // namespace
}  // namespace voronka::client
