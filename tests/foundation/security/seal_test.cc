#include "foundation/security/seal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "foundation/process/random.h"

namespace voronka::security {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::Optional;

const std::string kSealKey(32, 'k');

std::string SealedText(const std::string& text) {
  process::SystemRandom random;
  return Sealed(kSealKey, text, "a purpose", random);
}

TEST(Seal, IsOpenedWithItsKeyForItsPurpose) {
  for (const std::string text : {"", "Иванов", "a text"}) {
    EXPECT_THAT(Unsealed(kSealKey, SealedText(text), "a purpose"), Optional(text));
  }
}

TEST(Seal, TellsNothing) {
  EXPECT_THAT(SealedText("Иванов"), Not(HasSubstr("Иванов")));
  EXPECT_NE(SealedText("Иванов"), SealedText("Иванов"));
}

TEST(Seal, IsNotOpenedOtherwise) {
  const std::string sealed = SealedText("Иванов");
  EXPECT_EQ(Unsealed(std::string(32, 'x'), sealed, "a purpose"), std::nullopt);
  EXPECT_EQ(Unsealed(kSealKey, sealed, "another purpose"), std::nullopt);
  for (size_t at = 0; at < sealed.size(); ++at) {
    std::string changed = sealed;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_EQ(Unsealed(kSealKey, changed, "a purpose"), std::nullopt) << at;
    EXPECT_EQ(Unsealed(kSealKey, sealed.substr(0, at), "a purpose"), std::nullopt) << at;
  }
}

TEST(Seal, NeedsAKeyOfItsSize) { EXPECT_THROW(Unsealed("short", "", ""), std::invalid_argument); }

}  // namespace
}  // namespace voronka::security
