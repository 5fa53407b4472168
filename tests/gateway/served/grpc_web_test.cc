#include "tests/support/grpc_web.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gateway/served/stand.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::testing {
namespace {

using ::testing::HasSubstr;

constexpr char kBinary[] = "application/grpc-web+proto";
constexpr char kText[] = "application/grpc-web-text";

class GrpcWeb : public Stand {
 protected:
  GrpcWeb() {
    deal_.set_name("Кабель");
    backend_.Behave(Always(Says(deal_)));
    asked_.set_deal_id(7);
  }

  grpc::Status StatusOf(const std::string& body, const std::string& content_type = kBinary) {
    const HttpAnswer answer = Post(kGetDeal, body, {}, content_type);
    EXPECT_EQ(answer.status, 200);
    return StatusIn(GrpcWebAnswer(answer).trailers);
  }

  std::string Asked() const { return Frame{.content = asked_.SerializeAsString()}.Written(); }

  crm::v1::Deal deal_;
  crm::v1::GetDealRequest asked_;
};

TEST_F(GrpcWeb, ReturnsTheMessageAndTheTrailers) {
  const HttpAnswer http = Post(kGetDeal, Asked(), {}, kBinary);

  EXPECT_EQ(http.header("content-type"), kBinary);
  const GrpcWebAnswer answer(http);
  EXPECT_THAT(answer.messages, ::testing::ElementsAre(deal_.SerializeAsString()));
  EXPECT_TRUE(StatusIn(answer.trailers).ok());
  EXPECT_EQ(backend_.last().request, asked_.SerializeAsString());
}

TEST_F(GrpcWeb, WorksTheSameInBase64) {
  const HttpAnswer http = Post(kGetDeal, ToBase64(Asked()), {}, kText);

  EXPECT_THAT(http.header("content-type"), ::testing::StartsWith(kText));
  const GrpcWebAnswer answer(http);
  EXPECT_THAT(answer.messages, ::testing::ElementsAre(deal_.SerializeAsString()));
  EXPECT_EQ(backend_.last().request, asked_.SerializeAsString());
}

TEST_F(GrpcWeb, AcceptsBase64InSeparatelyPaddedChunks) {
  const std::string frame = Asked();
  const std::string pieces = ToBase64(frame.substr(0, 1)) + ToBase64(frame.substr(1, 1)) + ToBase64(frame.substr(2));

  EXPECT_TRUE(StatusOf(pieces, kText).ok());
  EXPECT_EQ(backend_.last().request, asked_.SerializeAsString());
}

TEST_F(GrpcWeb, ReportsAnErrorWithDetailsInTheTrailers) {
  backend_.Behave(Always(Fails(grpc::NOT_FOUND, "Сделки нет: 100 %\r\n", std::string("\x08\x05\x00\xff", 4))));

  const GrpcWebAnswer answer(Post(kGetDeal, Asked(), {}, kBinary));

  EXPECT_THAT(answer.messages, ::testing::IsEmpty());
  const grpc::Status status = StatusIn(answer.trailers);
  EXPECT_EQ(status.error_code(), grpc::NOT_FOUND);
  EXPECT_EQ(status.error_message(), "Сделки нет: 100 %\r\n");
  EXPECT_EQ(status.error_details(), std::string("\x08\x05\x00\xff", 4));
}

TEST_F(GrpcWeb, PassesOnHeadersAndTrailersOfTheService) {
  Reply reply = Says(deal_);
  reply.headers = {{"x-shard", "3"}};
  reply.trailers = {{"x-cost", "12"}, {"x-raw-bin", std::string("\x00\xff", 2)}};
  backend_.Behave(Always(reply));

  const HttpAnswer http = Post(kGetDeal, Asked(), {}, kBinary);

  EXPECT_EQ(http.header("x-shard"), "3");
  const HttpHeaders trailers = GrpcWebAnswer(http).trailers;
  EXPECT_EQ(trailers.find("x-cost")->second, "12");
  EXPECT_EQ(trailers.find("x-raw-bin")->second, "AP8");
}

TEST_F(GrpcWeb, RefusesABodyThatIsNotOneWholeFrame) {
  const std::string frame = Asked();
  const std::string promise("\x00\xff\xff\xff\xff", 5);
  for (const std::string& body : {frame.substr(0, 3), frame.substr(0, frame.size() - 1), promise, promise + "x"}) {
    EXPECT_EQ(StatusOf(body).error_code(), grpc::INVALID_ARGUMENT);
  }
  EXPECT_EQ(StatusOf("").error_code(), grpc::UNIMPLEMENTED);
  EXPECT_EQ(StatusOf(frame + frame).error_code(), grpc::UNIMPLEMENTED);
}

TEST_F(GrpcWeb, RefusesAFrameThatIsNotAPlainMessage) {
  EXPECT_EQ(StatusOf(Frame{.flags = 0x01}.Written()).error_code(), grpc::UNIMPLEMENTED);
  for (const uint8_t flags : {0x02, 0x40, 0x80}) {
    EXPECT_EQ(StatusOf(Frame{.flags = flags}.Written()).error_code(), grpc::INVALID_ARGUMENT);
  }
}

TEST_F(GrpcWeb, RefusesInvalidBase64) {
  for (const char* body : {"*", "A", "AA*A", "AAAAAAA", "=", "AA=A", "AAAA="}) {
    EXPECT_EQ(StatusOf(body, kText).error_code(), grpc::INVALID_ARGUMENT) << body;
  }
}

}  // namespace
}  // namespace voronka::testing
