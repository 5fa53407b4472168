#include "tests/system/requests.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

namespace voronka::testing {

crm::v1::SubmitInquiryRequest InquiryOf(int client, const std::string& text) {
  crm::v1::SubmitInquiryRequest request;
  auto& inquiry = *request.mutable_inquiry();
  inquiry.set_source(crm::v1::Inquiry::SOURCE_SITE);
  inquiry.set_source_name("Форма на главной");
  inquiry.set_client_name(fmt::format("Клиент {}", client));
  inquiry.set_phone(fmt::format("+7916{:07}", client));
  inquiry.set_text(text);
  return request;
}

crm::v1::CreateDealRequest OwnDeal() {
  crm::v1::CreateDealRequest request;
  request.mutable_deal()->set_pipeline(kPipeline);
  request.mutable_deal()->set_stage(kAccepted);
  return request;
}

crm::v1::MoveDealRequest MoveTo(const std::string& stage, int64_t deal_id) {
  crm::v1::MoveDealRequest request;
  request.set_deal_id(deal_id);
  request.set_stage(stage);
  return request;
}

crm::v1::TakeOfferRequest Take(int64_t deal_id) {
  crm::v1::TakeOfferRequest request;
  request.set_deal_id(deal_id);
  return request;
}

crm::v1::CreateTaskRequest TaskDue(Moment due, int64_t deal_id, const std::vector<std::chrono::seconds>& reminders) {
  crm::v1::CreateTaskRequest request;
  auto& task = *request.mutable_task();
  task.set_text("Позвонить клиенту");
  task.set_deal_id(deal_id);
  *task.mutable_due_time() = TimestampOf(due);
  task.mutable_reminders();
  for (const auto before : reminders) {
    *task.mutable_reminders()->add_before() = google::protobuf::util::TimeUtil::SecondsToDuration(before.count());
  }
  return request;
}

}  // namespace voronka::testing
