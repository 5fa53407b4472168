#include "foundation/rpc/calls/status.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/storage/errors.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace voronka::rpc {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

google::rpc::Status DetailsOf(const grpc::Status& status) {
  google::rpc::Status details;
  EXPECT_TRUE(details.ParseFromString(status.error_details()));
  return details;
}

template <class Detail>
std::optional<Detail> Find(const Error& error, const std::string& locale = "ru") {
  Detail detail;
  const auto details = DetailsOf(ToStatus(error, locale));
  for (const auto& any : details.details()) {
    if (any.UnpackTo(&detail)) return detail;
  }
  return std::nullopt;
}

template <class Thrown>
Error Answer(const Thrown& thrown, std::string* hidden) {
  return AsError(std::make_exception_ptr(thrown), hidden);
}

const Violation kTooLong{"TOO_LONG", "deal.name", {"At most 5 characters.", "Не длиннее 5 символов."}};
const Violation kRequired{"REQUIRED", "deal.stage", {"A value is required.", "Нужно значение."}};

TEST(Statuses, HaveACodeAndAnEnglishMessage) {
  const auto status = ToStatus(Error(Code::kInvalidArgument, kTooLong), "ru");
  EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(status.error_message(), "At most 5 characters.");
  EXPECT_EQ(DetailsOf(status).code(), 3);
}

TEST(Statuses, IncludeTheReasonWithItsMetadata) {
  const auto info = Find<google::rpc::ErrorInfo>(Error(Code::kAborted, kTooLong, {{"epoch", "7"}}));
  ASSERT_TRUE(info);
  EXPECT_EQ(info->reason(), "TOO_LONG");
  EXPECT_EQ(info->domain(), "voronka");
  EXPECT_EQ(info->metadata().at("epoch"), "7");
}

TEST(Statuses, IncludeEachFieldViolation) {
  const auto bad = Find<google::rpc::BadRequest>(Error(Code::kInvalidArgument, {kTooLong, kRequired}));
  ASSERT_TRUE(bad);
  ASSERT_THAT(bad->field_violations(), SizeIs(2));
  EXPECT_EQ(bad->field_violations(1).field(), "deal.stage");
  EXPECT_EQ(bad->field_violations(1).reason(), "REQUIRED");
  EXPECT_EQ(bad->field_violations(1).description(), "A value is required.");
  EXPECT_EQ(bad->field_violations(1).localized_message().message(), "Нужно значение.");
}

TEST(Statuses, IncludeEachPreconditionViolation) {
  const auto failure = Find<google::rpc::PreconditionFailure>(Error(Code::kFailedPrecondition, {kTooLong, kRequired}));
  ASSERT_TRUE(failure);
  ASSERT_THAT(failure->violations(), SizeIs(2));
  EXPECT_EQ(failure->violations(0).type(), "TOO_LONG");
  EXPECT_EQ(failure->violations(0).subject(), "deal.name");
}

// PreconditionFailure has no text in the reader's language: clients take the lines of the message, one for each.
TEST(Statuses, HaveALineForEachViolationInTheReadersLanguage) {
  const Violation of_two_lines{"FIELD_REQUIRED", "deal.amount", {"How much?\nAsk.", "Сколько?\nСпросите."}};
  const auto message = Find<google::rpc::LocalizedMessage>(Error(Code::kFailedPrecondition, {of_two_lines, kRequired}));
  ASSERT_TRUE(message);
  EXPECT_EQ(message->message(), "Сколько? Спросите.\nНужно значение.");
}

TEST(Statuses, IncludeViolationsForNoOtherCode) {
  for (const Code code : {Code::kNotFound, Code::kAlreadyExists, Code::kPermissionDenied, Code::kAborted}) {
    EXPECT_FALSE(Find<google::rpc::BadRequest>(Error(code, kTooLong)));
    EXPECT_FALSE(Find<google::rpc::PreconditionFailure>(Error(code, kTooLong)));
    EXPECT_TRUE(Find<google::rpc::ErrorInfo>(Error(code, kTooLong)));
  }
}

TEST(Statuses, UseTheCallersLanguage) {
  const Error error(Code::kNotFound, {kTooLong, kRequired});
  EXPECT_EQ(Find<google::rpc::LocalizedMessage>(error, "ru")->message(), "Не длиннее 5 символов.\nНужно значение.");
  EXPECT_EQ(Find<google::rpc::LocalizedMessage>(error, "en")->message(), "At most 5 characters.\nA value is required.");
  EXPECT_EQ(Find<google::rpc::LocalizedMessage>(error, "en")->locale(), "en");
}

TEST(Statuses, SayWhenToRetry) {
  EXPECT_FALSE(Find<google::rpc::RetryInfo>(Error(Code::kResourceExhausted, kTooLong)));
  const auto retry = Find<google::rpc::RetryInfo>(
      Error(Code::kResourceExhausted, kTooLong).RetryAfter(std::chrono::milliseconds(200)));
  ASSERT_TRUE(retry);
  EXPECT_EQ(retry->retry_delay().nanos(), 200'000'000);
}

TEST(Statuses, LimitViolationsToWhatTheTransportCarries) {
  const std::vector<Violation> many(1000, kTooLong);
  const auto status = ToStatus(Error(Code::kInvalidArgument, many), "ru");
  EXPECT_LT(status.error_details().size(), 7'000U);
  const auto bad = Find<google::rpc::BadRequest>(Error(Code::kInvalidArgument, many));
  EXPECT_GT(bad->field_violations_size(), 15);
  const auto info = Find<google::rpc::ErrorInfo>(Error(Code::kInvalidArgument, many));
  EXPECT_EQ(info->metadata().at("more_violations"), std::to_string(1000 - bad->field_violations_size()));
}

TEST(ThrownThings, AreReturnedUnchangedIfTheyAreErrors) {
  std::string hidden;
  const Error error = Answer(NotFound("deal", 7), &hidden);
  EXPECT_EQ(error.code(), Code::kNotFound);
  EXPECT_EQ(error.metadata().at("id"), "7");
  EXPECT_EQ(hidden, "");
}

TEST(NotFoundError, NamesTheResourceAsTheReaderCallsIt) {
  const Text text = NotFound("pipeline", "nope").violations().front().text;
  EXPECT_EQ(text.en, "There is no pipeline nope.");
  EXPECT_EQ(text.ru, "Такой воронки нет.");
  EXPECT_EQ(NotFound("held_form", 7).violations().front().text.en, "There is no held form 7.");
  EXPECT_EQ(NotFound("notebook", 7).violations().front().text.ru, "Такой записи нет.");
}

TEST(ThrownThings, HideTheirMessage) {
  std::string hidden;
  const Error error = Answer(std::runtime_error("the password is 123"), &hidden);
  EXPECT_EQ(error.code(), Code::kInternal);
  EXPECT_THAT(ToStatus(error, "en").error_details(), Not(HasSubstr("123")));
  EXPECT_EQ(hidden, "the password is 123");
}

TEST(ThrownThings, MayBeOfAnyType) {
  std::string hidden;
  EXPECT_EQ(Answer(42, &hidden).code(), Code::kInternal);
  EXPECT_NE(hidden, "");
}

TEST(ThrownThings, AskForARetryIfTheDatabaseIsUnavailable) {
  std::string hidden;
  const Error error = Answer(storage::ConnectionLost(2006, "gone away in: SELECT secret"), &hidden);
  EXPECT_EQ(error.code(), Code::kUnavailable);
  EXPECT_EQ(error.reason(), "DATABASE_UNAVAILABLE");
  EXPECT_EQ(error.retry_after(), std::chrono::seconds(1));
  EXPECT_THAT(hidden, HasSubstr("gone away"));
}

TEST(ThrownThings, AskForARetryIfTheOutcomeIsUnknown) {
  std::string hidden;
  EXPECT_EQ(Answer(storage::UnknownOutcome(2013, "lost"), &hidden).code(), Code::kUnavailable);
}

TEST(ThrownThings, AreAConflictIfNoRerunHelped) {
  std::string hidden;
  const Error error = Answer(storage::Retryable(1213, "deadlock"), &hidden);
  EXPECT_EQ(error.code(), Code::kAborted);
  EXPECT_EQ(error.reason(), "CONFLICT");
  EXPECT_TRUE(error.retry_after());
}

TEST(ThrownThings, AreInternalForAnyOtherDatabaseError) {
  std::string hidden;
  EXPECT_EQ(Answer(storage::DatabaseError(1064, "syntax"), &hidden).code(), Code::kInternal);
}

}  // namespace
}  // namespace voronka::rpc
