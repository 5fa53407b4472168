#include "crm_service/intake/inquiries/intake.h"

#include "crm_service/sales/deals/absent_manager.h"
#include "crm_service/sales/deals/client_manager.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/log/events/record.h"
#include "crm_service/intake/inquiries/client.h"
#include "crm_service/intake/inquiries/inquiries.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/timeline/timeline.h"
#include "foundation/rpc/error.h"

namespace voronka::crm {
namespace {

using v1::Deal;
using v1::Inquiry;
using v1::SubmitInquiryResponse;

void CheckNamesClient(const Inquiry& inquiry) {
  rpc::Violations violations;
  violations.AddUnless(!inquiry.phone().empty() || !inquiry.email().empty() || !inquiry.client_name().empty(),
                       "CLIENT_REQUIRED", "inquiry",
                       {"A phone, a mail or a name of the client is needed.", "Нужны телефон, почта или имя клиента."});
  violations.ThrowIfAny();
}

rpc::Error NoPipeline() {
  return rpc::Error(rpc::Code::kFailedPrecondition,
                    {"NO_PIPELINE", "pipeline", {"The account has no pipeline yet.", "В аккаунте ещё нет воронок."}});
}

}  // namespace

SubmitInquiryResponse Intake::Submit(const v1::SubmitInquiryRequest& request) {
  CheckNamesClient(request.inquiry());
  return Take(request.inquiry(), request.pipeline());
}

SubmitInquiryResponse Intake::Take(Inquiry inquiry, const std::string& pipeline) {
  const auto client = FindOrMakeClient(session_, inquiry);
  inquiry.set_contact_id(client.contact.id());
  if (client.known) {
    if (const auto deal = Deals(session_).LockOpenOf(client.contact.id())) return Join(std::move(inquiry), *deal);
  }
  return Begin(std::move(inquiry), client.contact, client.known, pipeline);
}

SubmitInquiryResponse Intake::Join(Inquiry inquiry, const Deal& deal) {
  return Keep(std::move(inquiry), PassOnWhereDisabled(session_, deal), SubmitInquiryResponse::OUTCOME_OPEN_DEAL);
}

SubmitInquiryResponse Intake::Begin(Inquiry inquiry, const v1::Contact& contact, bool known,
                                    const std::string& pipeline) {
  const bool has_bought = known && Deals(session_).NewestOf(contact.id(), Deal::STATE_WON).has_value();
  const auto target = PipelineFor(pipeline, has_bought);
  Deal deal;
  deal.set_pipeline(target.key());
  deal.set_stage(target.stages(0).key());
  deal.set_state(Deal::STATE_OPEN);
  deal.set_contact_id(contact.id());
  if (known) deal.set_client_manager_user_id(ClientManager(session_, contact));
  deal = Deals(session_).Insert(std::move(deal));
  return Keep(std::move(inquiry), deal,
              known ? SubmitInquiryResponse::OUTCOME_KNOWN_CLIENT : SubmitInquiryResponse::OUTCOME_NEW_CLIENT);
}

v1::Pipeline Intake::PipelineFor(const std::string& named, bool has_bought) {
  Pipelines pipelines(session_);
  std::optional<v1::Pipeline> usual;
  if (!named.empty()) usual = pipelines.FindForWrite(named);
  if (!named.empty() && !usual) throw rpc::NotFound("pipeline", named);
  // Whoever names an archived one does not know yet.
  if (!usual || IsArchived(*usual)) usual = pipelines.ForInquiries();
  if (!usual) throw NoPipeline();
  if (has_bought && !usual->repeat_pipeline().empty()) {
    auto repeat = pipelines.FindForWrite(usual->repeat_pipeline());
    if (repeat && !IsArchived(*repeat)) return *std::move(repeat);
  }
  return *std::move(usual);
}

SubmitInquiryResponse Intake::Keep(Inquiry inquiry, const Deal& deal, SubmitInquiryResponse::Outcome outcome) {
  inquiry.set_deal_id(deal.id());
  inquiry = Inquiries(session_).Insert(std::move(inquiry));
  v1::TimelineEntry entry;
  entry.set_deal_id(deal.id());
  entry.set_kind(v1::TimelineEntry::KIND_INQUIRY);
  entry.set_inquiry_id(inquiry.id());
  entry.set_text(inquiry.text());
  Timeline(session_).Add(std::move(entry));

  v1::Event event;
  *event.mutable_inquiry()->mutable_inquiry() = inquiry;
  event.mutable_inquiry()->set_outcome(outcome);
  *event.mutable_inquiry()->mutable_deal() = deal;
  Record(session_, std::move(event));

  SubmitInquiryResponse response;
  *response.mutable_inquiry() = std::move(inquiry);
  response.set_outcome(outcome);
  return response;
}

}  // namespace voronka::crm
