#include "crm_service/intake/unsorted/hidden_by_all.h"

#include <utility>

#include "crm_service/log/events/record.h"
#include "crm_service/log/events/resource_change.h"
#include "crm_service/sales/timeline/called_name.h"
#include "crm_service/sales/timeline/timeline.h"

namespace voronka::crm {

void TellHiddenByAll(rpc::Session& session, const v1::Deal& deal) {
  v1::TimelineEntry entry;
  entry.set_deal_id(deal.id());
  entry.set_kind(v1::TimelineEntry::KIND_UNSORTED_HIDDEN_BY_ALL);
  entry = Timeline(session).Add(std::move(entry));
  v1::Deal named;
  named.set_id(deal.id());
  named.set_epoch(deal.epoch());
  named.set_name(CalledName(session, deal));
  auto change = ChangeOf(nullptr, entry);
  change.mutable_subject()->PackFrom(named);
  Record(session, session.account_id(), std::move(change));
}

}  // namespace voronka::crm
