#pragma once

#include <cstdint>
#include <vector>

#include "crm_service/log/resources/resource_table.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/deal_contact.pb.h"

namespace voronka::crm {

// The table `deal_contacts`. Whoever changes the contacts of a deal has locked the deal.
class DealContacts : public ResourceTable<v1::DealContact> {
 public:
  using ResourceTable::ResourceTable;

  // Oldest first.
  std::vector<v1::DealContact> Of(int64_t deal_id);
  // Whoever takes part in the one takes part in the other, which has no others yet.
  void Copy(int64_t from_deal_id, int64_t to_deal_id);
  // After a change of the deal's main contact: if the new one took part before, the two change places.
  void KeepMainApart(const v1::Deal& before, const v1::Deal& after);
};

}  // namespace voronka::crm
