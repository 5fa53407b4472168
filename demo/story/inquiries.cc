#include "demo/story/inquiries.h"

#include "demo/story/expectation.h"

namespace voronka::demo {

using crm::v1::Inquiry;
using crm::v1::SubmitInquiryRequest;

Inquiry Submit(Scene& scene, const SubmitInquiryRequest& request) { return scene.cast.site().Call<Inquiry>(request); }

int64_t SubmitForNewClient(Scene& scene, const std::string& name, const std::string& text) {
  const InventedClient client(name);
  const Inquiry inquiry = Submit(scene, client.Writes(client.Phone(), text));
  const int64_t deal_id = inquiry.deal_id();
  Expect(inquiry.outcome() == Inquiry::OUTCOME_NEW_CLIENT,
         {"клиент новый, и сделка новая", "a new client, and a new deal"}, OneLine(inquiry), LookAtDeal(deal_id));
  scene.narrator.Tell({"{}, {}, пишет через форму на сайте: сделка #{}", "{}, {}, writes by the site's form: deal #{}"},
                      client.name(), client.Phone(), deal_id);
  return deal_id;
}

}  // namespace voronka::demo
