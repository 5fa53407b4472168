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

// Only the message of the whole error is translated.
TEST(ErrorReports, AreInOneLanguage) {
  google::rpc::PreconditionFailure precondition;
  for (const auto& [subject, type, text] : {std::array{"deal_id", "NOT_OPEN", "The deal is closed."},
                                            std::array{"pipeline", "PIPELINE_ARCHIVED", "The pipeline is archived."}}) {
    auto& violation = *precondition.add_violations();
    violation.set_subject(subject);
    violation.set_type(type);
    violation.set_description(text);
  }
  EXPECT_EQ(Report(RichStatus(StatusCode::FAILED_PRECONDITION, "closed", Reason("NOT_OPEN"), precondition,
                              InRussian("Сделка закрыта.\nВоронка в архиве."))),
            "FAILED_PRECONDITION NOT_OPEN: Сделка закрыта.\nВоронка в архиве.\n"
            "  deal_id   NOT_OPEN           Сделка закрыта.\n"
            "  pipeline  PIPELINE_ARCHIVED  Воронка в архиве.\n");
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
