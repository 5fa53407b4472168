#include "demo/life/living_deal.h"
#include "voronka/crm/v1/inquiry.pb.h"

// Deals that begin with a form of the site.
namespace voronka::demo {
namespace {

using crm::v1::Inquiry;
using crm::v1::Stage;

constexpr int kByForm = 60;

}  // namespace

bool ComesByInquiry(const LivingDeal& deal) {
  const bool is_first = &deal.plan.stage() == &deal.plan.pipeline->stages(0);
  if (!is_first || deal.office.FormTo(*deal.plan.pipeline) == nullptr) return false;
  if (deal.plan.stage().kind() == Stage::KIND_INCOMING) return true;
  return Chance(deal.seed, "form", static_cast<uint64_t>(deal.plan.number)).Percent(kByForm);
}

void SendInquiry(LivingDeal& deal) {
  const crm::v1::Form& form = *deal.office.FormTo(*deal.plan.pipeline);
  const InventedPerson person = PersonNumber(deal.seed, deal.plan.number);
  crm::v1::SubmitInquiryRequest request;
  request.set_pipeline(deal.plan.pipeline->key());
  Inquiry& inquiry = *request.mutable_inquiry();
  inquiry.set_source(Inquiry::SOURCE_SITE);
  inquiry.set_source_name(form.name());
  inquiry.set_client_name(person.name);
  inquiry.set_phone(person.phone);
  inquiry.set_text(std::string(deal.chance.OneOf(InquiriesTo(deal.office.solution()))));
  inquiry.mutable_utm()->set_source("demo");
  inquiry.mutable_consent()->set_text(form.consent_text());
  inquiry.mutable_consent()->set_text_version(form.consent_text_version());
  *inquiry.mutable_consent()->mutable_time() = TimestampOf(deal.office.now());
  const auto received = deal.office.site().Call<Inquiry>(request);
  deal.deal_id = received.deal_id();
  deal.contact_id = deal.clients.contacts[deal.plan.number] = received.contact_id();
}

}  // namespace voronka::demo
