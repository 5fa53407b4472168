#include "crm_service/people/users/passwords.h"

#include <gtest/gtest.h>

#include "foundation/rpc/requests/composed.h"

namespace voronka::testing {
namespace {

constexpr char kInOnePiece[] = "новый пароль";
constexpr char kInPieces[] = "новы\u0438\u0306 пароль";

TEST(Composed, PutsALetterAndItsMarkTogether) {
  EXPECT_EQ(rpc::Composed("новы\u0438\u0306"), "новы\u0439");
  EXPECT_EQ(rpc::Composed("plain"), "plain");
}

TEST(IsPassword, TakesEachFormOfAComposedPassword) {
  security::PasswordGate gate;
  const auto hash = gate.Hash(kInOnePiece);
  EXPECT_TRUE(crm::IsPassword(gate, hash, kInOnePiece));
  EXPECT_TRUE(crm::IsPassword(gate, hash, kInPieces));
  EXPECT_FALSE(crm::IsPassword(gate, hash, "новыи пароль"));
}

TEST(IsPassword, TakesAPasswordThatWasHashedAsTyped) {
  security::PasswordGate gate;
  EXPECT_TRUE(crm::IsPassword(gate, gate.Hash(kInPieces), kInPieces));
}

TEST(IsNobodysPassword, IsFalse) {
  security::PasswordGate gate;
  EXPECT_FALSE(crm::IsNobodysPassword(gate, kInPieces));
}

}  // namespace
}  // namespace voronka::testing
