#include "foundation/security/password.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <ctime>
#include <thread>
#include <vector>

#include "foundation/security/password_gate.h"

namespace voronka::security {
namespace {

using ::testing::StartsWith;

TEST(Passwords, DoNotMatchAnotherPassword) {
  const std::string hash = HashPassword("верный пароль");
  for (const char* other : {"", "верный парол", "верный пароль ", "Верный пароль"}) {
    EXPECT_FALSE(VerifyPassword(hash, other)) << other;
  }
}

TEST(Passwords, AreNotTruncatedAtANul) {
  const std::string hash = HashPassword(std::string_view("a\0b", 3));
  EXPECT_FALSE(VerifyPassword(hash, std::string_view("a\0c", 3)));
  EXPECT_FALSE(VerifyPassword(hash, "a"));
}

TEST(Passwords, DoNotMatchAnInvalidHash) {
  for (const char* hash : {"", "secret", "$argon2id$", "$argon2id$v=19$m=19456,t=2,p=1$$"}) {
    EXPECT_FALSE(VerifyPassword(hash, "secret")) << hash;
  }
}

TEST(Passwords, MatchTheirHash) { EXPECT_TRUE(VerifyPassword(HashPassword("secret"), "secret")); }

TEST(Passwords, AreHashedWithArgon2idOf19MiB) {
  EXPECT_THAT(HashPassword("secret"), StartsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
}

TEST(Passwords, HaveTheirOwnSalt) { EXPECT_NE(HashPassword("secret"), HashPassword("secret")); }

TEST(PasswordGates, NeverAcceptAPasswordForAnUnknownUser) { EXPECT_FALSE(PasswordGate().VerifyNobody("")); }

TEST(PasswordGates, HashAndVerify) {
  PasswordGate gate;
  const std::string hash = gate.Hash("secret");
  EXPECT_TRUE(gate.Verify(hash, "secret"));
  EXPECT_FALSE(gate.Verify(hash, "other"));
}

// Processor time, because other programs do not affect it; the minimum of several runs.
template <class Work>
std::clock_t LeastTime(Work work) {
  std::array<std::clock_t, 5> times;
  for (std::clock_t& time : times) {
    const std::clock_t start = std::clock();
    work();
    time = std::clock() - start;
  }
  return *std::ranges::min_element(times);
}

TEST(PasswordGates, TakeAsLongForAnUnknownUserAsForAKnownOne) {
  PasswordGate gate;
  const std::string hash = gate.Hash("secret");
  const auto somebody = static_cast<double>(LeastTime([&] { gate.Verify(hash, "other"); }));
  const auto nobody = static_cast<double>(LeastTime([&] { gate.VerifyNobody("other"); }));
  EXPECT_NEAR(nobody / somebody, 1, 0.3);
}

void VerifyFromManyThreads(PasswordGate& gate, const std::string& hash) {
  std::vector<std::jthread> callers;
  for (int i = 0; i < 8; ++i) callers.emplace_back([&] { gate.Verify(hash, "secret"); });
}

TEST(PasswordGates, LimitConcurrentHashing) {
  PasswordGate gate(1);
  const std::string hash = gate.Hash("secret");
  const std::clock_t start = std::clock();
  const auto start_time = std::chrono::steady_clock::now();
  VerifyFromManyThreads(gate, hash);
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start_time;
  const double worked = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  // Two at once would work for two seconds in each second.
  EXPECT_LT(worked, elapsed.count() * 1.3);
}

TEST(PasswordGates, LetEverybodyThroughInTheEnd) {
  PasswordGate gate(2);
  const std::string hash = gate.Hash("secret");
  std::atomic<int> verified = 0;
  std::vector<std::jthread> callers;
  for (int i = 0; i < 8; ++i) callers.emplace_back([&] { verified += gate.Verify(hash, "secret") ? 1 : 0; });
  callers.clear();
  EXPECT_EQ(verified, 8);
}

}  // namespace
}  // namespace voronka::security
