#include "crm_service/work/files/file_entry.h"

#include <utility>

#include "crm_service/log/events/record.h"
#include "crm_service/sales/timeline/timeline.h"
#include "crm_service/work/tasks/tasks.h"

namespace voronka::crm {
namespace {

// 0: none.
int64_t DealOfFile(rpc::Session& session, const v1::File& file) {
  if (file.entity() == v1::ENTITY_DEAL) return file.entity_id();
  return file.entity() == v1::ENTITY_TASK ? Tasks(session).Get(file.entity_id()).deal_id() : 0;
}

}  // namespace

void AddEntry(rpc::Session& session, const v1::File& file, v1::TimelineEntry::Kind entry_kind) {
  const int64_t deal_id = DealOfFile(session, file);
  if (deal_id == 0) return;
  v1::TimelineEntry entry;
  entry.set_deal_id(deal_id);
  if (file.entity() == v1::ENTITY_TASK) entry.set_task_id(file.entity_id());
  entry.set_kind(entry_kind);
  entry.set_file_id(file.id());
  entry.set_text(file.name());
  entry = Timeline(session).Add(std::move(entry));
  RecordChange(session, session.account_id(), nullptr, entry);
}

}  // namespace voronka::crm
