#include "foundation/process/random.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "foundation/process/seeded_random.h"

namespace voronka::process {
namespace {

TEST(Randomness, OfTheSystemDoesNotRepeat) {
  SystemRandom random;
  std::set<uint64_t> seen;
  for (int i = 0; i < 1'000; ++i) seen.insert(random.Uint64());
  EXPECT_EQ(seen.size(), 1'000);
}

TEST(Randomness, OfTheSystemFillsAWholeLongSpan) {
  SystemRandom random;
  std::vector<std::byte> bytes(100'000);
  random.Fill(bytes);
  const auto zeros = std::ranges::count(bytes, std::byte{0}, {});
  EXPECT_GT(zeros, 200);
  EXPECT_LT(zeros, 600);
  EXPECT_FALSE(std::all_of(bytes.end() - 16, bytes.end(), [](std::byte byte) { return byte == std::byte{0}; }));
}

TEST(Randomness, IsTheSameForTheSameSeed) {
  SeededRandom a(7);
  SeededRandom b(7);
  SeededRandom other(8);
  const uint64_t first = a.Uint64();
  EXPECT_EQ(first, b.Uint64());
  EXPECT_NE(first, other.Uint64());
  EXPECT_NE(first, a.Uint64());
}

TEST(Randomness, IsUniformBetweenZeroAndOne) {
  SeededRandom random(7);
  double sum = 0;
  for (int i = 0; i < 10'000; ++i) {
    const double value = random.Uniform01();
    ASSERT_GE(value, 0.0);
    ASSERT_LT(value, 1.0);
    sum += value;
  }
  EXPECT_NEAR(sum / 10'000, 0.5, 0.02);
}

TEST(Randomness, NeverReachesOne) {
  class AllOnes final : public Random {
    void Fill(std::span<std::byte> bytes) override { std::ranges::fill(bytes, std::byte{0xff}); }
  } highest;
  EXPECT_LT(highest.Uniform01(), 1.0);
}

TEST(Randomness, CanBeWrittenInHexadecimal) {
  SeededRandom random(7);
  EXPECT_THAT(random.Hex(16), testing::MatchesRegex("[0-9a-f]{32}"));
  EXPECT_EQ(random.Hex(0), "");
}

}  // namespace
}  // namespace voronka::process
