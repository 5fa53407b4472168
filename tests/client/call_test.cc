#include <gmock/gmock.h>

#include <limits>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "client/client.h"
#include "client/methods.h"
#include "tests/client/fake_services.h"
#include "tests/client/rich_status.h"

namespace voronka::client {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;
using crm::v1::MoveDealRequest;
using grpc::StatusCode;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;

MoveDealRequest Move(int64_t deal_id, const std::string& stage) {
  MoveDealRequest request;
  request.set_deal_id(deal_id);
  request.set_stage(stage);
  return request;
}

class Calls : public testing::Test {
 protected:
  CallFailed Failure(const google::protobuf::Message& request, const CallOptions& options = {}) {
    try {
      client_.Call<Deal>(request, options);
    } catch (const CallFailed& failure) {
      return failure;
    }
    throw std::logic_error("the call did not fail");
  }

  void AnswerMoves(std::vector<grpc::Status> answers) {
    request_ids_.clear();
    deals_.move = [this, answers = std::move(answers)](auto&, const MoveDealRequest& request, Deal& deal) {
      request_ids_.push_back(request.request_id());
      deal.set_stage(request.stage());
      return answers.at(request_ids_.size() - 1);
    };
  }

  FakeDeals deals_;
  TestServer server_{&deals_};
  Channels channels_{server_.endpoints()};
  Client client_{channels_};
  std::vector<std::string> request_ids_;
};

TEST_F(Calls, FindTheMethodByTheRequestType) {
  AnswerMoves({grpc::Status::OK});
  EXPECT_EQ(client_.Call<Deal>(Move(7, "accepted")).stage(), "accepted");
}

TEST_F(Calls, RefuseTheWrongResponseType) {
  EXPECT_THROW(client_.Call<MoveDealRequest>(Move(7, "accepted")), std::logic_error);
}

TEST_F(Calls, RefuseAMessageThatNoMethodTakes) { EXPECT_THROW(client_.Call<Deal>(Deal()), std::logic_error); }

TEST_F(Calls, GiveEachCallItsOwnUuid) {
  AnswerMoves({grpc::Status::OK, grpc::Status::OK});
  client_.Call<Deal>(Move(7, "accepted"));
  client_.Call<Deal>(Move(7, "accepted"));
  EXPECT_THAT(request_ids_[0], MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
  EXPECT_NE(request_ids_[0], request_ids_[1]);
}

TEST_F(Calls, KeepTheCallersRequestId) {
  AnswerMoves({grpc::Status::OK});
  MoveDealRequest request = Move(7, "accepted");
  request.set_request_id("mine");
  client_.Call<Deal>(request);
  EXPECT_EQ(request_ids_[0], "mine");
}

TEST_F(Calls, ReportEverythingTheServerSaid) {
  google::rpc::ErrorInfo info = Reason("OFFER_EXPIRED");
  (*info.mutable_metadata())["responsible_name"] = "Борис";
  google::rpc::PreconditionFailure precondition;
  precondition.add_violations()->set_subject("deals/7");
  google::rpc::LocalizedMessage localized;
  localized.set_message("Сделку взял Борис");
  AnswerMoves(
      {RichStatus(StatusCode::FAILED_PRECONDITION, "taken", info, precondition, localized, RetryAfterMillis(1500))});
  const CallFailed failure = Failure(Move(7, "accepted"));
  EXPECT_EQ(failure.code(), StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.message(), "taken");
  EXPECT_EQ(failure.localized_message(), "Сделку взял Борис");
  EXPECT_EQ(failure.reason(), "OFFER_EXPIRED");
  EXPECT_EQ(failure.metadata("responsible_name"), "Борис");
  EXPECT_EQ(failure.metadata("unknown"), "");
  ASSERT_EQ(failure.precondition_violations().size(), 1);
  EXPECT_EQ(failure.precondition_violations()[0].subject(), "deals/7");
  EXPECT_EQ(failure.retry_delay(), std::chrono::milliseconds(1500));
}

TEST(RetryDelays, AreBoundedAndNotNegative) {
  constexpr int64_t kLongest = std::numeric_limits<int64_t>::max();
  for (const auto& [seconds, delay] :
       {std::pair(-kLongest, 0s), std::pair(int64_t{-1}, 0s), std::pair(kLongest, 86'400s)}) {
    google::rpc::RetryInfo retry;
    retry.mutable_retry_delay()->set_seconds(seconds);
    const CallFailed failure(MethodTaking(*MoveDealRequest::descriptor()),
                             RichStatus(StatusCode::RESOURCE_EXHAUSTED, "later", retry));
    EXPECT_EQ(failure.retry_delay(), delay) << seconds;
  }
}

TEST_F(Calls, SummariseAFailureInOneLine) {
  google::rpc::BadRequest bad_request;
  auto& violation = *bad_request.add_field_violations();
  violation.set_field("stage");
  violation.set_reason("REQUIRED");
  violation.set_description("is missing");
  AnswerMoves({RichStatus(StatusCode::INVALID_ARGUMENT, "wrong", Reason("BAD_REQUEST"), bad_request)});
  EXPECT_STREQ(Failure(Move(7, "")).what(),
               "voronka.crm.v1.DealService.MoveDeal: INVALID_ARGUMENT BAD_REQUEST: wrong; stage REQUIRED: is missing");
}

TEST_F(Calls, FailWithTheStatusMessageIfThereAreNoDetails) {
  AnswerMoves({grpc::Status(StatusCode::ABORTED, "stale")});
  const CallFailed failure = Failure(Move(7, "accepted"));
  EXPECT_EQ(failure.localized_message(), "stale");
  EXPECT_THAT(failure.reason(), IsEmpty());
  EXPECT_EQ(failure.retry_delay(), std::nullopt);
}

TEST_F(Calls, EndAtTheDeadline) {
  deals_.move = [](grpc::ServerContext& context, auto&, Deal&) {
    while (!context.IsCancelled()) std::this_thread::yield();
    return grpc::Status::OK;
  };
  const CallFailed failure = Failure(Move(7, "accepted"), {.timeout = std::chrono::milliseconds(100)});
  EXPECT_EQ(failure.code(), StatusCode::DEADLINE_EXCEEDED);
}

TEST_F(Calls, AreNotRetriedByDefault) {
  AnswerMoves({grpc::Status(StatusCode::UNAVAILABLE, "away"), grpc::Status::OK});
  EXPECT_EQ(Failure(Move(7, "accepted")).code(), StatusCode::UNAVAILABLE);
  EXPECT_EQ(request_ids_.size(), 1U);
}

TEST_F(Calls, RetryWithTheSameRequestIdWhileTheServiceIsUnavailable) {
  AnswerMoves({grpc::Status(StatusCode::UNAVAILABLE, "away"),
               RichStatus(StatusCode::RESOURCE_EXHAUSTED, "full", RetryAfterMillis(10)), grpc::Status::OK});
  client_.Call<Deal>(Move(7, "accepted"), {.repeat = true});
  ASSERT_EQ(request_ids_.size(), 3U);
  EXPECT_THAT(request_ids_[0], Not(IsEmpty()));
  EXPECT_THAT(request_ids_, testing::Each(request_ids_[0]));
}

TEST_F(Calls, DoNotRetryPermanentErrors) {
  AnswerMoves({grpc::Status(StatusCode::RESOURCE_EXHAUSTED, "too large")});
  Failure(Move(7, "accepted"), {.repeat = true});
  EXPECT_EQ(request_ids_.size(), 1U);
}

TEST_F(Calls, GiveUpIfARetryWouldMissTheDeadline) {
  AnswerMoves({RichStatus(StatusCode::RESOURCE_EXHAUSTED, "full", RetryAfterMillis(60'000))});
  const auto begin = std::chrono::steady_clock::now();
  Failure(Move(7, "accepted"), {.timeout = std::chrono::seconds(30), .repeat = true});
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));
  EXPECT_EQ(request_ids_.size(), 1U);
}

TEST_F(Calls, SendTheLanguage) {
  std::string asked;
  deals_.move = [&asked](grpc::ServerContext& context, auto&, Deal&) {
    asked = MetadataOf(context, "accept-language");
    return grpc::Status::OK;
  };
  client_.SetLocale("en");
  client_.Call<Deal>(Move(7, "accepted"));
  EXPECT_EQ(asked, "en");
}

}  // namespace
}  // namespace voronka::client
