#include "client/command_line/error_report.h"

#include <gmock/gmock.h>

#include "client/methods.h"
#include "tests/client/rich_status.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::command_line {
namespace {

using client::Reason;
using client::RetryAfterMillis;
using client::RichStatus;
using grpc::StatusCode;

std::string Report(const grpc::Status& status) {
  return ErrorReport({client::MethodTaking(*crm::v1::CreateDealRequest::descriptor()), status});
}

google::rpc::LocalizedMessage InRussian(const std::string& text) {
  google::rpc::LocalizedMessage message;
  message.set_locale("ru");
  message.set_message(text);
  return message;
}

TEST(ErrorReports, ShowEachViolationOnItsOwnLine) {
  google::rpc::BadRequest bad_request;
  for (const auto& [field, reason, text] :
       {std::array{"deal.name", "TOO_LONG", "не длиннее 200"}, std::array{"deal.pipeline", "REQUIRED", "не указано"}}) {
    auto& violation = *bad_request.add_field_violations();
    violation.set_field(field);
    violation.set_reason(reason);
    violation.set_description("in English");
    *violation.mutable_localized_message() = InRussian(text);
  }
  EXPECT_EQ(Report(RichStatus(StatusCode::INVALID_ARGUMENT, "wrong", Reason("INVALID"), bad_request,
                              InRussian("Запрос неверен"))),
            "INVALID_ARGUMENT INVALID: Запрос неверен\n"
            "  deal.name      TOO_LONG  не длиннее 200\n"
            "  deal.pipeline  REQUIRED  не указано\n");
}

TEST(ErrorReports, ShowPreconditionsAndTheReasonsMetadata) {
  google::rpc::ErrorInfo info = Reason("OFFER_EXPIRED");
  (*info.mutable_metadata())["responsible_name"] = "Борис";
  (*info.mutable_metadata())["responsible_user_id"] = "3";
  google::rpc::PreconditionFailure precondition;
  auto& violation = *precondition.add_violations();
  violation.set_subject("offer");
  violation.set_type("OFFER_EXPIRED");
  violation.set_description("the deadline has passed");
  EXPECT_EQ(Report(RichStatus(StatusCode::FAILED_PRECONDITION, "too late", info, precondition)),
            "FAILED_PRECONDITION OFFER_EXPIRED: too late\n"
            "  offer  OFFER_EXPIRED  the deadline has passed\n"
            "  responsible_name:     Борис\n"
            "  responsible_user_id:  3\n");
}

TEST(ErrorReports, ShowPreconditionsInTheUsersLanguage) {
  google::rpc::PreconditionFailure precondition;
  for (const char* reason : {"LOSS_REASON_REQUIRED", "NOT_OPEN"}) {
    auto& violation = *precondition.add_violations();
    violation.set_subject("deal");
    violation.set_type(reason);
    violation.set_description("in English");
  }
  EXPECT_EQ(Report(RichStatus(StatusCode::FAILED_PRECONDITION, "in English", Reason("LOSS_REASON_REQUIRED"),
                              precondition, InRussian("Нужна причина отказа.\nСделка закрыта."))),
            "FAILED_PRECONDITION LOSS_REASON_REQUIRED: Нужна причина отказа.\nСделка закрыта.\n"
            "  deal  LOSS_REASON_REQUIRED  Нужна причина отказа.\n"
            "  deal  NOT_OPEN              Сделка закрыта.\n");
}

TEST(ErrorReports, SayWhenToRetry) {
  EXPECT_EQ(Report(RichStatus(StatusCode::RESOURCE_EXHAUSTED, "full", RetryAfterMillis(250))),
            "RESOURCE_EXHAUSTED: full\n  try again in 0.25 s\n");
}

TEST(ErrorReports, CannotControlTheTerminal) {
  EXPECT_EQ(Report(grpc::Status(StatusCode::UNKNOWN, "a\x1b[2Jb")), "UNKNOWN: a\uFFFD[2Jb\n");
}

}  // namespace
}  // namespace voronka::command_line
