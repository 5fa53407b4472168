#include "demo/life/life.h"

#include <fmt/format.h>

#include <algorithm>

#include "demo/life/living_deal.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::demo {
namespace {

constexpr int kWriteAgain = 2;
constexpr int kAwaitApproval = 1;
constexpr int kComplain = 1;

// How much of the plan there is: each of its deals is of an invented client, who has the same number in every life.
// What is about another deal comes with that one.
std::size_t DealsOf(Office& office, const Clients& clients) {
  std::size_t deals = 0;
  for (const auto& [number, contact_id] : clients.contacts) {
    crm::v1::ListClientDealsRequest request;
    request.set_contact_id(contact_id);
    request.set_page_size(1'000);
    const auto listed = office.manager(0).Call<crm::v1::ListClientDealsResponse>(request);
    deals += static_cast<std::size_t>(std::ranges::count(listed.deals(), 0, &crm::v1::Deal::source_deal_id));
  }
  return deals;
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
  const auto plan = PlanDeals(office.pipelines(), life.seed, life.deals);
  Clients clients = KnownClients(office, plan);
  const std::size_t begun = DealsOf(office, clients);
  if (begun >= plan.size()) {
    out << fmt::format("В аккаунте «{}» уже есть жизнь\n", office.name());
    return;
  }
  RareEvents rare_events;
  for (std::size_t number = begun; number < plan.size(); ++number) {
    LivingDeal deal(office, clients, plan[number], life.seed);
    Live(deal);
    rare_events.HappenTo(deal, office);
  }
  out << fmt::format("Аккаунт «{}»: сделок {}, клиентов {}, компаний {}; зерно {}\n", office.name(), plan.size(),
                     clients.contacts.size(), clients.companies.size(), life.seed);
}

}  // namespace voronka::demo
