#include "tests/crm_service/requests.h"

#include <google/protobuf/util/time_util.h>

namespace voronka::testing {
namespace {

using namespace crm::v1;
using google::protobuf::util::TimeUtil;

void AddStage(Pipeline& pipeline, const std::string& key, Stage::Kind kind) {
  auto& stage = *pipeline.add_stages();
  stage.set_key(key);
  stage.set_name("Этап " + key);
  stage.set_kind(kind);
}

void AddReason(Pipeline& pipeline, const std::string& key, const std::string& name) {
  auto& reason = *pipeline.add_loss_reasons();
  reason.set_key(key);
  reason.set_name(name);
}

}  // namespace

google::protobuf::Timestamp Instant(int64_t micros) { return TimeUtil::MicrosecondsToTimestamp(micros); }

Pipeline SalesPipeline() {
  Pipeline pipeline;
  pipeline.set_key("sales");
  pipeline.set_name("Первичные продажи");
  for (const char* open : {"new", "accepted", "talks"}) AddStage(pipeline, open, Stage::KIND_OPEN);
  AddStage(pipeline, "won", Stage::KIND_WON);
  AddStage(pipeline, "lost", Stage::KIND_LOST);
  AddReason(pipeline, "price", "Дорого");
  AddReason(pipeline, "spam", "Спам");
  pipeline.set_repeat_pipeline("repeat");
  pipeline.set_default_for_inquiries(true);
  return pipeline;
}

Pipeline LonePipeline() {
  auto pipeline = SalesPipeline();
  pipeline.clear_repeat_pipeline();
  return pipeline;
}

Pipeline RepeatPipeline() {
  Pipeline pipeline;
  pipeline.set_key("repeat");
  pipeline.set_name("Повторные продажи");
  for (const char* open : {"new", "accepted"}) AddStage(pipeline, open, Stage::KIND_OPEN);
  AddStage(pipeline, "won", Stage::KIND_WON);
  AddStage(pipeline, "lost", Stage::KIND_LOST);
  AddReason(pipeline, "price", "Дорого");
  return pipeline;
}

CreatePipelineRequest Creating(const Pipeline& pipeline) {
  CreatePipelineRequest request;
  *request.mutable_pipeline() = pipeline;
  return request;
}

UpdatePipelineRequest Updating(const Pipeline& pipeline) {
  UpdatePipelineRequest request;
  *request.mutable_pipeline() = pipeline;
  return request;
}

GetPipelineRequest GettingPipeline(const std::string& pipeline) {
  GetPipelineRequest request;
  request.set_pipeline(pipeline);
  return request;
}

CreateDealRequest NewDeal() {
  CreateDealRequest request;
  request.mutable_deal()->set_pipeline("sales");
  return request;
}

UpdateDealRequest Renaming(int64_t deal_id, const std::string& name) {
  UpdateDealRequest request;
  request.set_deal_id(deal_id);
  request.mutable_deal()->set_name(name);
  return request;
}

MoveDealRequest Moving(int64_t deal_id, const std::string& stage) {
  MoveDealRequest request;
  request.set_deal_id(deal_id);
  request.set_stage(stage);
  return request;
}

MoveDealRequest MovingBecause(int64_t deal_id, const std::string& stage, const std::string& comment) {
  auto request = Moving(deal_id, stage);
  request.set_comment(comment);
  return request;
}

MoveDealRequest Losing(int64_t deal_id, const std::string& reason) {
  auto request = Moving(deal_id, "lost");
  request.set_loss_reason(reason);
  return request;
}

ReassignDealRequest Reassigning(int64_t deal_id, int64_t user_id) {
  ReassignDealRequest request;
  request.set_deal_id(deal_id);
  request.set_user_id(user_id);
  return request;
}

OfferDealRequest Giving(int64_t deal_id, int64_t user_id) {
  OfferDealRequest request;
  request.set_deal_id(deal_id);
  request.set_user_id(user_id);
  return request;
}

OfferDealRequest Offering(int64_t deal_id, int64_t user_id, int64_t take_within_micros) {
  auto request = Giving(deal_id, user_id);
  *request.mutable_take_within() = TimeUtil::MicrosecondsToDuration(take_within_micros);
  return request;
}

TakeOfferRequest Taking(int64_t deal_id) {
  TakeOfferRequest request;
  request.set_deal_id(deal_id);
  return request;
}

DeclineOfferRequest Declining(int64_t deal_id) {
  DeclineOfferRequest request;
  request.set_deal_id(deal_id);
  request.set_reason("Не мой регион");
  return request;
}

ReclaimDealRequest Reclaiming(int64_t deal_id) {
  ReclaimDealRequest request;
  request.set_deal_id(deal_id);
  return request;
}

CreateContactRequest NewContact(const std::string& name, const std::string& phone, const std::string& email) {
  CreateContactRequest request;
  request.mutable_contact()->set_name(name);
  if (!phone.empty()) request.mutable_contact()->add_phones(phone);
  if (!email.empty()) request.mutable_contact()->add_emails(email);
  return request;
}

SubmitInquiryRequest Asking(const std::string& phone, const std::string& email) {
  SubmitInquiryRequest request;
  auto& inquiry = *request.mutable_inquiry();
  inquiry.set_source(Inquiry::SOURCE_SITE);
  inquiry.set_client_name("Пётр");
  inquiry.set_phone(phone);
  inquiry.set_email(email);
  inquiry.set_text("Сколько стоит?");
  return request;
}

SubmitInquiryRequest AskingAtLength(int client) {
  auto request = Asking("+7916000" + std::to_string(1000 + client));
  auto& sent = *request.mutable_inquiry()->mutable_sent()->mutable_values();
  for (int field = 0; field < 32; ++field) sent[std::to_string(field)] = std::string(2000, 'x');
  return request;
}

CreateTaskRequest NewTask(int64_t due) {
  CreateTaskRequest request;
  request.mutable_task()->set_text("Позвонить");
  *request.mutable_task()->mutable_due_time() = Instant(due);
  return request;
}

CompleteTaskRequest Completing(int64_t task_id) {
  CompleteTaskRequest request;
  request.set_task_id(task_id);
  request.set_result("Договорились");
  return request;
}

RescheduleTaskRequest Rescheduling(int64_t task_id, int64_t due) {
  RescheduleTaskRequest request;
  request.set_task_id(task_id);
  *request.mutable_due_time() = Instant(due);
  return request;
}

AddNoteRequest Noting(int64_t deal_id, const std::string& text) {
  AddNoteRequest request;
  request.set_deal_id(deal_id);
  request.set_text(text);
  return request;
}

}  // namespace voronka::testing
