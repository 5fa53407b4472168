#include <gtest/gtest.h>

#include "tests/support/demo.h"
#include "tests/system/measured.h"
#include "tests/system/moments.h"

namespace voronka::testing {
namespace {

TEST(DemoStory, HappensAsTold) {
  System system({.replicas = 2});
  Demo demo(system);
  ASSERT_EQ(demo.MakeAccount(), 0) << demo.Output();
  const Moment begin = Now();
  EXPECT_EQ(demo.Run({"story", "--no-kill", "--take-within", "2s"}), 0) << demo.Output();
  Measured("told in {}", Readable(Now() - begin));
}

}  // namespace
}  // namespace voronka::testing
