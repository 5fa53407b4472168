#include "crm_service/work/files/file_entry.h"

#include <utility>

#include "crm_service/log/events/record.h"
#include "crm_service/sales/timeline/timeline.h"

namespace voronka::crm {

void AddEntry(rpc::Session& session, const v1::File& file, v1::TimelineEntry::Kind entry_kind) {
  if (file.entity() != v1::ENTITY_DEAL) return;
  v1::TimelineEntry entry;
  entry.set_deal_id(file.entity_id());
  entry.set_kind(entry_kind);
  entry.set_file_id(file.id());
  entry.set_text(file.name());
  entry = Timeline(session).Add(std::move(entry));
  RecordChange(session, session.account_id(), nullptr, entry);
}

}  // namespace voronka::crm
