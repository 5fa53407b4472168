#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "tests/gateway/served/stand.h"
#include "tests/support/grpc_web.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::testing {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;

class ConnectUnary : public Stand {
 protected:
  void Answers(const std::string& name) {
    crm::v1::Deal deal;
    deal.set_id(7);
    deal.set_name(name);
    backend_.Behave(Always(Says(deal)));
  }

  crm::v1::GetDealRequest Asked() const {
    crm::v1::GetDealRequest request;
    request.ParseFromString(backend_.last().request);
    return request;
  }
};

TEST_F(ConnectUnary, SpeaksJsonInBothDirections) {
  Answers("Кабель 🙂");

  const HttpAnswer answer = Post(kGetDeal, R"({"dealId": "7"})");

  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("content-type"), "application/json");
  EXPECT_EQ(Json::parse(answer.body), (Json{{"id", "7"}, {"name", "Кабель 🙂"}}));
  EXPECT_EQ(Asked().deal_id(), 7);
}

TEST_F(ConnectUnary, AcceptsProtoFieldNamesToo) {
  Post(kGetDeal, R"({"deal_id": 7})");

  EXPECT_EQ(Asked().deal_id(), 7);
}

TEST_F(ConnectUnary, PassesBinaryMessagesThrough) {
  Answers("Кабель");
  crm::v1::GetDealRequest request;
  request.set_deal_id(7);

  const HttpAnswer answer = Post(kGetDeal, request.SerializeAsString(), {}, "application/proto");

  EXPECT_EQ(answer.header("content-type"), "application/proto");
  crm::v1::Deal deal;
  EXPECT_TRUE(deal.ParseFromString(answer.body));
  EXPECT_EQ(deal.name(), "Кабель");
  EXPECT_EQ(Asked().deal_id(), 7);
}

TEST_F(ConnectUnary, AcceptsAnEmptyMessage) {
  Answers("Кабель");

  EXPECT_EQ(Post(kGetDeal, "", {}, "application/proto").status, 200);
  EXPECT_EQ(backend_.last().request, "");
  EXPECT_EQ(Post(kGetDeal, "{}").status, 200);
}

TEST_F(ConnectUnary, RefusesABodyThatIsNotJson) {
  for (const char* body : {"", "{", "[]", "7", "\xff", R"({"dealId": "seven"})"}) {
    const HttpAnswer answer = Post(kGetDeal, body);
    EXPECT_EQ(answer.status, 400) << body;
    const Json told = Json::parse(answer.body);
    EXPECT_EQ(told.at("code"), "invalid_argument") << body;
    EXPECT_EQ(told.at("details").at(0).at("debug").at("reason"), "UNPARSABLE") << body;
    EXPECT_THAT(told.at("message").get<std::string>(), ::testing::Not(HasSubstr("\n"))) << body;
  }
}

// The first field violation: its field and its text in the user's language.
std::string Violation(const HttpAnswer& answer) {
  const Json told = Json::parse(answer.body);
  for (const auto& detail : told.at("details")) {
    if (!detail.at("debug").contains("fieldViolations")) continue;
    const auto& violation = detail.at("debug").at("fieldViolations").at(0);
    return violation.value("field", "") + ": " + violation.at("localizedMessage").at("message").get<std::string>();
  }
  return "";
}

TEST_F(ConnectUnary, SaysInTheUsersLanguageWhichFieldIsWrong) {
  const std::string body = R"({"dealId": "abc"})";
  EXPECT_EQ(Violation(Post(kGetDeal, body, {{"accept-language", "ru"}})), "deal_id: Нужно целое число.");
  EXPECT_EQ(Violation(Post(kGetDeal, body, {{"accept-language", "en"}})), "deal_id: A whole number is expected.");
  EXPECT_EQ(Violation(Post(kGetDeal, R"({"dealIt": "7"})", {{"accept-language", "ru"}})), "dealIt: Поля dealIt нет.");
}

TEST_F(ConnectUnary, NamesAnUnknownField) {
  const HttpAnswer answer = Post(kGetDeal, R"({"dealIt": "7"})");

  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(Json::parse(answer.body).at("message"), HasSubstr("dealIt"));
}

TEST_F(ConnectUnary, IncludesTheDetailsOfAnError) {
  google::rpc::ErrorInfo reason;
  reason.set_reason("OFFER_EXPIRED");
  google::rpc::Status status;
  status.add_details()->PackFrom(reason);
  backend_.Behave(Always(Fails(grpc::FAILED_PRECONDITION, "Уже поздно.", status.SerializeAsString())));

  const HttpAnswer answer = Post(kGetDeal, "{}");

  EXPECT_EQ(answer.status, 400);
  const Json told = Json::parse(answer.body);
  EXPECT_EQ(told.at("code"), "failed_precondition");
  EXPECT_EQ(told.at("message"), "Уже поздно.");
  const Json& detail = told.at("details").at(0);
  EXPECT_EQ(detail.at("type"), "google.rpc.ErrorInfo");
  google::rpc::ErrorInfo info;
  EXPECT_TRUE(info.ParseFromString(FromBase64(detail.at("value").get<std::string>())));
  EXPECT_EQ(info.reason(), "OFFER_EXPIRED");
  EXPECT_EQ(detail.at("debug").at("reason"), "OFFER_EXPIRED");
}

TEST_F(ConnectUnary, PassesOnHeadersAndTrailersOfTheService) {
  Reply reply = Says(crm::v1::Deal());
  reply.headers = {{"x-shard", "3"}, {"x-raw-bin", std::string("\x00\xff", 2)}};
  reply.trailers = {{"x-cost", "12"}};
  backend_.Behave(Always(reply));

  const HttpAnswer answer = Post(kGetDeal, "{}");

  EXPECT_EQ(answer.header("x-shard"), "3");
  EXPECT_EQ(answer.header("x-raw-bin"), "AP8");
  EXPECT_EQ(answer.header("trailer-x-cost"), "12");
}

TEST_F(ConnectUnary, RefusesAnotherProtocolVersion) {
  EXPECT_EQ(Post(kGetDeal, "{}", {{"connect-protocol-version", "1"}}).status, 200);
  EXPECT_EQ(Post(kGetDeal, "{}", {{"connect-protocol-version", "2"}}).status, 400);
}

struct CodeCase {
  grpc::StatusCode code;
  const char* name;
  int status;
};

// The table of the Connect protocol.
constexpr CodeCase kCodes[] = {{grpc::CANCELLED, "canceled", 499},
                               {grpc::UNKNOWN, "unknown", 500},
                               {grpc::INVALID_ARGUMENT, "invalid_argument", 400},
                               {grpc::DEADLINE_EXCEEDED, "deadline_exceeded", 504},
                               {grpc::NOT_FOUND, "not_found", 404},
                               {grpc::ALREADY_EXISTS, "already_exists", 409},
                               {grpc::PERMISSION_DENIED, "permission_denied", 403},
                               {grpc::RESOURCE_EXHAUSTED, "resource_exhausted", 429},
                               {grpc::FAILED_PRECONDITION, "failed_precondition", 400},
                               {grpc::ABORTED, "aborted", 409},
                               {grpc::OUT_OF_RANGE, "out_of_range", 400},
                               {grpc::UNIMPLEMENTED, "unimplemented", 501},
                               {grpc::INTERNAL, "internal", 500},
                               {grpc::UNAVAILABLE, "unavailable", 503},
                               {grpc::DATA_LOSS, "data_loss", 500},
                               {grpc::UNAUTHENTICATED, "unauthenticated", 401}};

TEST_F(ConnectUnary, MapsEachCodeToItsNameAndStatus) {
  for (const CodeCase& expected : kCodes) {
    backend_.Behave(Always(Fails(expected.code, "Почему: 100 %")));
    const HttpAnswer answer = Post(kGetDeal, "{}");
    EXPECT_EQ(answer.status, expected.status) << expected.name;
    EXPECT_EQ(answer.header("content-type"), "application/json") << expected.name;
    EXPECT_EQ(Json::parse(answer.body), (Json{{"code", expected.name}, {"message", "Почему: 100 %"}}));
  }
}

}  // namespace
}  // namespace voronka::testing
