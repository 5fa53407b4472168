#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crm_service/sales/deals/deal_action.h"
#include "crm_service/sales/deals/stage_filter.h"
#include "foundation/rpc/calls/table.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// The table `deals`. Every write of a deal goes through Insert or Save, which update the totals, the stage history, the
// timeline and the event log in the same transaction. To change a deal, lock it with LockDeal (deal_lock.h) first.
class Deals : public rpc::Table<v1::Deal> {
 public:
  using Table::Table;

  // Of a contact that is their main one, and of a company.
  std::vector<v1::Deal> OpenOf(int64_t contact_id);
  std::vector<v1::Deal> OpenOfCompany(int64_t company_id);
  // The newest open deal of a contact in the pipelines with these keys, locked: one that it is the main contact of, or
  // else one that it takes part in.
  std::optional<v1::Deal> LockOpenOf(int64_t contact_id, const std::vector<std::string>& pipelines);
  // In any pipeline, or in those with these keys.
  std::optional<v1::Deal> NewestOf(int64_t contact_id, v1::Deal::State state);
  std::optional<v1::Deal> NewestOf(int64_t contact_id, v1::Deal::State state,
                                   const std::vector<std::string>& pipelines);
  // At most `limit` deals with a smaller id than `before`, newest first.
  std::vector<v1::Deal> OnStage(const StageFilter& filter, int64_t before, int limit);
  // The same of a client; of a contact, also the deals that it takes part in. None of these lists has what was attached
  // to another deal.
  std::vector<v1::Deal> OfContact(int64_t contact_id, const Owners& owners, int64_t before, int limit);
  std::vector<v1::Deal> OfCompany(int64_t company_id, const Owners& owners, int64_t before, int limit);
  std::vector<v1::Deal> AboutDeal(int64_t source_deal_id, const Owners& owners, int64_t before, int limit);
  // Those that exist, in no particular order.
  std::vector<v1::Deal> WithIds(const std::vector<int64_t>& ids);

  // Assigns id, times and versions.
  v1::Deal Insert(v1::Deal deal);
  // Compare-and-set on the epoch and the etag. The epoch changes with owner, offer and stage.
  v1::Deal Save(const v1::Deal& before, v1::Deal after, const DealAction& action);

 private:
  std::vector<v1::Deal> OfOwnersOnStage(const StageFilter& filter, int64_t before, int limit);
};

}  // namespace voronka::crm
