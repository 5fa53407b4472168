#pragma once

#include <vector>

#include "tests/crm_service/people/users/colleagues.h"
#include "tests/crm_service/requests.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::testing {

constexpr int64_t kMinute = 60'000'000;

// Colleagues in sales: the admin Ольга, the managers Анна and Борис, the head of sales Галина, and the services that
// submit inquiries and distribute them. Their pipelines are SalesPipeline and RepeatPipeline.
struct Office : Colleagues {
  Office();

  const crm::v1::User boris_user = olga.Call<crm::v1::User>(NewUser("boris", options::v1::ROLE_MANAGER));
  client::Client boris = Crm().User(boris_user.login());
  const crm::v1::User galina_user = olga.Call<crm::v1::User>(NewUser("galina", options::v1::ROLE_HEAD_OF_SALES));
  client::Client galina = Crm().User(galina_user.login());
  client::Client intake = Crm().Service("intake", account_id());
  client::Client distribution = Crm().Service("distribution", account_id());

  int64_t boris_id() const { return boris_user.id(); }
  int64_t galina_id() const { return galina_user.id(); }

  // New deals, on the first stage of `sales`.
  crm::v1::Deal AnnasDeal() { return anna.Call<crm::v1::Deal>(NewDeal()); }
  crm::v1::Deal NobodysDeal() { return intake.Call<crm::v1::Deal>(NewDeal()); }
  // On offer for an hour.
  crm::v1::Deal OfferedTo(int64_t user_id);
  // Its deadline has just passed.
  crm::v1::Deal LapsedOfferTo(int64_t user_id);

  crm::v1::Deal Find(int64_t deal_id);
  std::vector<crm::v1::TimelineEntry> TimelineOf(int64_t deal_id);
  std::vector<crm::v1::Event> Events() const { return Crm().EventsOf(account_id()); }
  template <class Resource>
  events::ChangeTo<Resource> LastChange() const {
    return Crm().LastChange<Resource>(account_id());
  }
};

// The database's time, which deadlines are compared with.
int64_t DatabaseNow();

}  // namespace voronka::testing
