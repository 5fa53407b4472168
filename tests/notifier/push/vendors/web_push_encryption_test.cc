#include "notifier/push/vendors/web_push_encryption.h"

#include <gtest/gtest.h>

#include "foundation/security/base64url.h"
#include "tests/foundation/process/temporary_folder.h"

namespace voronka::notifier {
namespace {

using security::DecodeBase64Url;
using security::EncodeBase64Url;
using security::P256PrivateKey;
using security::P256PublicKey;

// The example of RFC 8291, §5 and Appendix A.
constexpr char kReceiver[] = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
constexpr char kAuthSecret[] = "BTBZMqHH6r4Tts7J_aSIgg";
constexpr char kSalt[] = "DGv6ra1nlYgDCS1FRnbzlw";
constexpr char kSenderPoint[] =
    "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
// yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw as PEM.
constexpr char kSender[] = R"(-----BEGIN PRIVATE KEY-----
MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAlAgEBBCDJ9Y+JgT6fjocucfQq
pk4XV8klTcxity3cAQu0BD6hHA==
-----END PRIVATE KEY-----
)";
constexpr char kText[] = "When I grow up, I want to be a watermelon";
constexpr char kBody[] =
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A"
    "_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

class WebPushEncryption : public ::testing::Test {
 protected:
  static P256PrivateKey ReadSender() {
    const process::TemporaryFolder folder;
    const auto file = folder.Write("sender.pem", kSender);
    std::filesystem::permissions(file, std::filesystem::perms::owner_read);
    return P256PrivateKey::FromFile(file);
  }

  const WebPushReceiver receiver_ = {P256PublicKey::FromPoint(DecodeBase64Url(kReceiver)),
                                     DecodeBase64Url(kAuthSecret)};
  const WebPushSender sender_ = {ReadSender(), DecodeBase64Url(kSalt)};
};

TEST_F(WebPushEncryption, IsThatOfTheExampleInTheStandard) {
  EXPECT_EQ(EncodeBase64Url(sender_.key.PublicPoint()), kSenderPoint);
  EXPECT_EQ(EncodeBase64Url(EncryptWebPush(kText, 0, receiver_, sender_)), kBody);
}

TEST_F(WebPushEncryption, HidesHowLongTheTextIs) {
  const size_t size = EncryptWebPush("a", 1'024, receiver_, sender_).size();
  EXPECT_EQ(size, 1'024 + kWebPushOverhead);
  EXPECT_EQ(EncryptWebPush(kText, 1'024, receiver_, sender_).size(), size);
}

}  // namespace
}  // namespace voronka::notifier
