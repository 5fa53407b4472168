#include "demo/life/life.h"

#include <fmt/format.h>

#include <algorithm>

#include "demo/life/living_deal.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::demo {
namespace {

constexpr int kWriteAgain = 2;
constexpr int kAwaitApproval = 1;
constexpr int kComplain = 1;

// The first invented client has the same number in every life.
bool HasLife(Office& office) {
  crm::v1::ListContactsRequest request;
  request.set_phone(InventedPhone(0));
  return office.site().Call<crm::v1::ListContactsResponse>(request).contacts_size() > 0;
}

bool AwaitsTheClient(const LivingDeal& deal) {
  const auto kind = deal.plan.stage().kind();
  return kind == crm::v1::Stage::KIND_OPEN && deal.office.FormTo(*deal.plan.pipeline) != nullptr &&
         !ComesByInquiry(deal);
}

// The inquiry joins the client's open deal.
void WriteAgain(Office& office, const LivingDeal& deal) {
  crm::v1::GetContactRequest read;
  read.set_contact_id(deal.contact_id);
  const auto contact = office.site().Call<crm::v1::Contact>(read);
  crm::v1::SubmitInquiryRequest request;
  request.set_pipeline(deal.plan.pipeline->key());
  auto& inquiry = *request.mutable_inquiry();
  inquiry.set_source(crm::v1::Inquiry::SOURCE_SITE);
  inquiry.set_source_name(office.FormTo(*deal.plan.pipeline)->name());
  inquiry.set_client_name(contact.name());
  inquiry.set_phone(contact.phones(0));
  inquiry.set_text("И ещё вопрос: когда будет готово?");
  office.site().Call<crm::v1::Inquiry>(request);
}

// What happens to some deals only.
class RareEvents {
 public:
  void HappenTo(LivingDeal& deal, Office& office) {
    if (written_again_ < kWriteAgain && AwaitsTheClient(deal)) {
      WriteAgain(office, deal);
      ++written_again_;
    }
    if (awaited_ < kAwaitApproval && AwaitApproval(deal)) ++awaited_;
    if (complained_ < kComplain && ComplainAbout(deal)) ++complained_;
  }

 private:
  int written_again_ = 0;
  int awaited_ = 0;
  int complained_ = 0;
};

}  // namespace

void GiveLife(const Life& life, const client::Endpoints& endpoints, std::ostream& out) {
  const process::SystemClock clock;
  const client::Channels channels(endpoints);
  Office office(channels, clock, life.account);
  if (HasLife(office)) {
    out << fmt::format("В аккаунте «{}» уже есть жизнь\n", office.name());
    return;
  }
  const auto plan = PlanDeals(office.pipelines(), life.seed, life.deals);
  Clients clients;
  RareEvents rare_events;
  for (const PlannedDeal& planned : plan) {
    LivingDeal deal(office, clients, planned, life.seed);
    Live(deal);
    rare_events.HappenTo(deal, office);
  }
  out << fmt::format("Аккаунт «{}»: сделок {}, клиентов {}, компаний {}; зерно {}\n", office.name(), plan.size(),
                     clients.contacts.size(), clients.companies.size(), life.seed);
}

}  // namespace voronka::demo
