#include "foundation/security/certificate_expiry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>

#include "foundation/process/read_file.h"
#include "tests/foundation/process/temporary_folder.h"
#include "tests/support/certificates.h"

namespace voronka::security {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr int64_t kDay = 86'400;

class CertificateExpiry : public ::testing::Test {
 protected:
  config::v1::Tls Tls() const {
    config::v1::Tls tls;
    tls.set_certificate_file(pair_.certificate);
    tls.set_key_file(pair_.key);
    return tls;
  }

  const process::TemporaryFolder folder_;
  const testing::Authority authority_{folder_ / "", "ours"};
  // For two days.
  const testing::Authority::Signed pair_ = authority_.Sign("server");
  process::Metrics metrics_;
};

TEST_F(CertificateExpiry, IsThatOfTheFirstCertificate) {
  const auto expiry = ExpiryOf(process::ReadFile(pair_.certificate));
  ASSERT_TRUE(expiry);
  EXPECT_GT(*expiry, std::time(nullptr) + kDay);
  EXPECT_LT(*expiry, std::time(nullptr) + 3 * kDay);
  EXPECT_EQ(ExpiryOf(process::ReadFile(pair_.key)), std::nullopt);
  EXPECT_EQ(ExpiryOf(""), std::nullopt);
}

TEST_F(CertificateExpiry, IsShownByFile) {
  ReportExpiry(Tls(), metrics_);
  EXPECT_THAT(metrics_.Page(),
              HasSubstr("voronka_certificate_expiry_time_seconds{file=\"" + pair_.certificate + "\"}"));
}

TEST_F(CertificateExpiry, IsNotShownWithoutACertificate) {
  ReportExpiry({}, metrics_);
  auto lost = Tls();
  lost.set_certificate_file(folder_ / "lost.crt");
  ReportExpiry(lost, metrics_);
  EXPECT_THAT(metrics_.Page(), Not(HasSubstr("voronka_certificate_expiry")));
}

TEST_F(CertificateExpiry, StaysAsItWasWhileTheFileIsGone) {
  ReportExpiry(Tls(), metrics_);
  const std::string before = metrics_.Page();
  std::filesystem::remove(pair_.certificate);
  ReportExpiry(Tls(), metrics_);
  EXPECT_EQ(metrics_.Page(), before);
}

}  // namespace
}  // namespace voronka::security
