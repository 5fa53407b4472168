#include "foundation/security/key_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <system_error>

#include "foundation/security/p256_key.h"
#include "tests/foundation/process/temporary_folder.h"

namespace voronka::security {
namespace {

using std::filesystem::perms;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

class KeyFiles : public ::testing::Test {
 protected:
  KeyFiles() { GenerateKeyPair(private_, public_); }

  const process::TemporaryFolder folder_;
  const std::filesystem::path private_ = folder_ / "private.pem";
  const std::filesystem::path public_ = folder_ / "public.pem";
};

TEST_F(KeyFiles, AreNeverOverwritten) {
  const std::string before = folder_.Read("private.pem");
  EXPECT_THROW(GenerateKeyPair(private_, folder_ / "other.pem"), std::system_error);
  EXPECT_EQ(folder_.Read("private.pem"), before);
}

TEST_F(KeyFiles, NameAMissingFolder) {
  const std::filesystem::path nowhere = folder_ / "nowhere" / "private.pem";
  EXPECT_THAT([&] { GenerateKeyPair(nowhere, public_); },
              ThrowsMessage<std::system_error>(HasSubstr(nowhere.string())));
}

TEST_F(KeyFiles, AreReadableOnlyByTheirOwnerIfPrivate) {
  EXPECT_EQ(std::filesystem::status(private_).permissions(), perms::owner_read | perms::owner_write);
}

TEST_F(KeyFiles, RefuseAWorldReadablePrivateKey) {
  std::filesystem::permissions(private_, perms::others_read, std::filesystem::perm_options::add);
  EXPECT_THAT([&] { P256PrivateKey::FromFile(private_); }, ThrowsMessage<KeyError>(HasSubstr("everybody may read")));
}

TEST_F(KeyFiles, RefuseAMismatchedPair) {
  constexpr std::string_view kBegin = "-----BEGIN PRIVATE KEY-----\n";
  std::string pem = folder_.Read("private.pem");
  // In the middle of the number that is the key.
  char& letter = pem.at(kBegin.size() + 55);
  letter = letter == 'A' ? 'B' : 'A';
  folder_.Write("private.pem", pem);
  EXPECT_THAT([&] { P256PrivateKey::FromFile(private_); },
              ThrowsMessage<KeyError>(HasSubstr("not that of its public key")));
}

TEST_F(KeyFiles, RefuseAFileThatIsNotAKey) {
  EXPECT_THROW(P256PublicKey::FromFile(folder_.Write("text", "no key")), KeyError);
  EXPECT_THROW(P256PublicKey::FromFile(private_), KeyError);
  EXPECT_THROW(P256PrivateKey::FromFile(public_), KeyError);
  EXPECT_THROW(P256PublicKey::FromFile(folder_ / "nowhere"), std::system_error);
}

TEST_F(KeyFiles, RefuseAKeyOnAnotherCurve) {
  const KeyHandle key(EVP_EC_gen("P-384"));
  const std::filesystem::path file = folder_ / "p384.pem";
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> output(std::fopen(file.c_str(), "w"), std::fclose);
  ASSERT_EQ(PEM_write_PUBKEY(output.get(), key.get()), 1);
  ASSERT_EQ(std::fflush(output.get()), 0);
  EXPECT_THAT([&] { P256PublicKey::FromFile(file); }, ThrowsMessage<KeyError>(HasSubstr("not a P-256 key")));
}

TEST_F(KeyFiles, HoldAPairThatSignsAndVerifies) {
  const std::string signature = P256PrivateKey::FromFile(private_).Sign("text");
  EXPECT_EQ(signature.size(), 64);
  const P256PublicKey key = P256PublicKey::FromFile(public_);
  EXPECT_TRUE(key.Verify("text", signature));
  EXPECT_FALSE(key.Verify("Text", signature));
}

TEST_F(KeyFiles, KeepTheLeadingZerosOfSignatures) {
  const P256PrivateKey key = P256PrivateKey::FromFile(private_);
  const P256PublicKey public_key = P256PublicKey::FromFile(public_);
  bool seen_zero = false;
  for (int i = 0; i < 10'000 && !seen_zero; ++i) {
    const std::string signature = key.Sign("text");
    seen_zero = signature[0] == '\0' || signature[32] == '\0';
    EXPECT_TRUE(!seen_zero || public_key.Verify("text", signature));
  }
  EXPECT_TRUE(seen_zero);
}

}  // namespace
}  // namespace voronka::security
