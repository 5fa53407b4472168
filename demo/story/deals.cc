#include "demo/story/deals.h"

#include "voronka/crm/v1/deal_offer.pb.h"

namespace voronka::demo {

crm::v1::Deal ReadDeal(client::Client& reader, int64_t deal_id) {
  crm::v1::GetDealRequest request;
  request.set_deal_id(deal_id);
  return reader.Call<crm::v1::Deal>(request);
}

crm::v1::Deal Move(client::Client& mover, int64_t deal_id, std::string_view stage) {
  crm::v1::MoveDealRequest request;
  request.set_deal_id(deal_id);
  request.set_stage(stage.data(), stage.size());
  return mover.Call<crm::v1::Deal>(request);
}

crm::v1::Deal Take(client::Client& taker, int64_t deal_id) {
  crm::v1::TakeOfferRequest request;
  request.set_deal_id(deal_id);
  return taker.Call<crm::v1::Deal>(request);
}

}  // namespace voronka::demo
