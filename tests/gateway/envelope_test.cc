#include "gateway/dialects/envelope.h"

#include <gmock/gmock.h>

#include "gateway/dialects/refusals.h"

namespace voronka::gateway {
namespace {

grpc::StatusCode RefusalOf(std::string_view body) {
  try {
    OnlyMessage(body);
  } catch (const Refused& refused) {
    return refused.StatusIn("ru").error_code();
  }
  return grpc::StatusCode::OK;
}

TEST(Envelope, ReturnsItsContent) {
  const std::string frame = Envelope(0, "привет");
  EXPECT_EQ(OnlyMessage(frame), "привет");
  EXPECT_EQ(frame.size(), 5 + std::string("привет").size());
}

TEST(Envelope, MayBeEmpty) { EXPECT_EQ(OnlyMessage(Envelope(0, "")), ""); }

TEST(Envelope, IsMalformedIfTruncated) {
  const std::string frame = Envelope(0, "four");
  for (size_t size = 1; size < frame.size(); ++size) {
    EXPECT_EQ(RefusalOf(frame.substr(0, size)), grpc::StatusCode::INVALID_ARGUMENT) << size;
  }
}

TEST(Envelope, IsMalformedIfItAnnouncesFourGibibytes) {
  EXPECT_EQ(RefusalOf(std::string("\0\xff\xff\xff\xff", 5)), grpc::StatusCode::INVALID_ARGUMENT);
}

TEST(Envelope, IsRefusedWithASecondMessage) {
  EXPECT_EQ(RefusalOf(Envelope(0, "one") + Envelope(0, "two")), grpc::StatusCode::UNIMPLEMENTED);
}

TEST(Envelope, IsRefusedIfCompressed) {
  EXPECT_EQ(RefusalOf(Envelope(kCompressedFlag, "x")), grpc::StatusCode::UNIMPLEMENTED);
}

TEST(Envelope, IsRefusedIfItHoldsTrailers) {
  EXPECT_EQ(RefusalOf(Envelope(kTrailersFlag, "x")), grpc::StatusCode::INVALID_ARGUMENT);
}

}  // namespace
}  // namespace voronka::gateway
