#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gateway/served/stand.h"
#include "tests/support/eventually.h"

namespace voronka::testing {
namespace {

class Departure : public Stand {
 protected:
  Departure() { backend_.Behave(Always({.then = Reply::Then::kWaits})); }

  void Call() {
    const auto before = backend_.calls();
    http_.Send({.path = kGetDeal, .headers = {{"content-type", "application/json"}}, .body = "{}"});
    ASSERT_TRUE(Eventually([&] { return backend_.calls() == before + 1; }));
  }
};

TEST_F(Departure, OfTheClientCancelsTheCall) {
  const auto cancelled = backend_.cancelled();
  Call();

  http_.Close();

  EXPECT_TRUE(Eventually([&] { return backend_.cancelled() == cancelled + 1; }));
}

TEST_F(Departure, IsNotAssumedIfTheNextRequestComesEarly) {
  const auto cancelled = backend_.cancelled();
  Call();

  http_.SendBytes("GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n");
  backend_.Release();

  EXPECT_EQ(http_.ReadAnswer().status, 200);
  EXPECT_EQ(http_.ReadAnswer().body, "alive\n");
  EXPECT_EQ(backend_.cancelled(), cancelled);
}

}  // namespace
}  // namespace voronka::testing
