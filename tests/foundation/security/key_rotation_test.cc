#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "foundation/security/key_files.h"
#include "foundation/security/token_cache.h"
#include "tests/foundation/process/temporary_folder.h"

namespace voronka::security {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

constexpr int64_t kNow = 1'800'000'000'000'000;

// A signer and a verifier that read keys from folders as files come and go.
class KeyRotation : public ::testing::Test {
 protected:
  KeyRotation() {
    for (const auto& folder : {Private(""), Public("")}) std::filesystem::create_directories(folder);
    signing_.set_private_key_folder(Private(""));
    accepted_.Add()->set_public_key_folder(Public(""));
    Publish("2026-01");
    Use("2026-01");
  }

  std::filesystem::path Private(const std::string& file) const { return folder_ / "private" / file; }
  std::filesystem::path Public(const std::string& file) const { return folder_ / "public" / file; }
  std::filesystem::path Elsewhere(const std::string& file) const { return folder_ / file; }

  void Publish(const std::string& kid) const {
    GenerateKeyPair(Elsewhere(kid + ".pem"), Elsewhere(kid + ".pub"));
    std::filesystem::rename(Elsewhere(kid + ".pub"), Public(kid + ".pem"));
  }
  void Use(const std::string& kid) const { std::filesystem::rename(Elsewhere(kid + ".pem"), Private(kid + ".pem")); }
  void Withdraw(const std::string& kid) const { std::filesystem::remove(Public(kid + ".pem")); }

  static std::string Sign(const TokenSigner& signer) {
    const Claims claims{
        .account_id = 1, .user_id = 2, .session_id = 3, .role = options::v1::ROLE_MANAGER, .service = ""};
    return signer.Sign(claims, 900s, kNow);
  }

  const process::TemporaryFolder folder_;
  config::v1::SigningKey signing_;
  google::protobuf::RepeatedPtrField<config::v1::TokenKey> accepted_;
};

TEST_F(KeyRotation, SwitchesToANewKeyWhileOldTokensStayValid) {
  TokenSigner signer(signing_);
  CachedVerifier verifier(accepted_);
  const auto old_token = Sign(signer);
  Publish("2026-02");
  EXPECT_TRUE(verifier.Reload());
  Use("2026-02");
  EXPECT_TRUE(signer.Reload());
  EXPECT_NO_THROW(verifier.Verify(old_token, kNow));
  Withdraw("2026-01");
  EXPECT_TRUE(verifier.Reload());
  EXPECT_NO_THROW(verifier.Verify(Sign(signer), kNow));
}

TEST_F(KeyRotation, RefusesVerifiedTokensOfAWithdrawnKey) {
  const TokenSigner signer(signing_);
  CachedVerifier verifier(accepted_);
  const auto token = Sign(signer);
  EXPECT_NO_THROW(verifier.Verify(token, kNow));
  Publish("2026-02");
  Withdraw("2026-01");
  verifier.Reload();
  EXPECT_THAT([&] { verifier.Verify(token, kNow); }, ThrowsMessage<InvalidToken>("no key has the kid \"2026-01\""));
}

TEST_F(KeyRotation, SignsWithTheLastKeyByName) {
  Publish("2025-12");
  Use("2025-12");
  TokenSigner signer(signing_);
  Withdraw("2025-12");
  EXPECT_NO_THROW(TokenVerifier(accepted_).Verify(Sign(signer), kNow));
}

TEST_F(KeyRotation, DoesNothingIfNothingChanges) {
  TokenSigner signer(signing_);
  CachedVerifier verifier(accepted_);
  EXPECT_FALSE(signer.Reload());
  EXPECT_FALSE(verifier.Reload());
}

TEST_F(KeyRotation, AcceptsAKeyThatReplacesAnotherUnderTheSameName) {
  CachedVerifier verifier(accepted_);
  Publish("2026-01");
  EXPECT_TRUE(verifier.Reload());
}

TEST_F(KeyRotation, KeepsTheOldKeysWhileOneIsHalfWritten) {
  TokenSigner signer(signing_);
  CachedVerifier verifier(accepted_);
  std::ofstream(Public("2026-02.pem")) << "-----BEGIN PUBLIC KEY-----\nMFkw";
  std::ofstream(Private("2026-02.pem")) << "-----BEGIN PRIVATE KEY-----\nMFkw";
  EXPECT_THAT([&] { verifier.Reload(); }, ThrowsMessage<KeyError>(HasSubstr("2026-02.pem: not a P-256 key")));
  EXPECT_THROW(signer.Reload(), KeyError);
  EXPECT_NO_THROW(verifier.Verify(Sign(signer), kNow));
}

TEST_F(KeyRotation, KeepsTheOldKeysIfAllFilesAreGone) {
  TokenSigner signer(signing_);
  CachedVerifier verifier(accepted_);
  std::filesystem::remove(Private("2026-01.pem"));
  Withdraw("2026-01");
  EXPECT_THROW(verifier.Reload(), KeyError);
  EXPECT_THROW(signer.Reload(), KeyError);
  EXPECT_NO_THROW(verifier.Verify(Sign(signer), kNow));
}

TEST_F(KeyRotation, IgnoresFilesWithOtherNames) {
  std::ofstream(Public("2026-02.pem.new")) << "half a key";
  EXPECT_FALSE(CachedVerifier(accepted_).Reload());
}

}  // namespace
}  // namespace voronka::security
