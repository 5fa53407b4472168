#include "crm_service/work/leads/conversions.h"

#include <array>
#include <set>
#include <utility>

#include "crm_service/sales/timeline/timeline.h"

namespace voronka::crm {

using rpc::Session;
using v1::Deal;
using v1::TimelineEntry;

namespace {

struct Obstacle {
  const char* reason;
  rpc::Text text;
};

enum class Built { kNothing, kMove, kChange, kTasks, kInquiries, kActivities, kMore };

Built BuiltBy(TimelineEntry::Kind kind) {
  switch (kind) {
    case TimelineEntry::KIND_DEAL_CREATED:
    case TimelineEntry::KIND_LEAD_CONVERTED:
      return Built::kNothing;
    case TimelineEntry::KIND_STAGE_CHANGED:
    case TimelineEntry::KIND_OFFER_TAKEN:
      return Built::kMove;
    case TimelineEntry::KIND_DEAL_UPDATED:
    case TimelineEntry::KIND_OFFERED:
    case TimelineEntry::KIND_OFFER_DECLINED:
    case TimelineEntry::KIND_OFFER_RECLAIMED:
    case TimelineEntry::KIND_REASSIGNED:
    case TimelineEntry::KIND_CONTACT_ADDED:
    case TimelineEntry::KIND_CONTACT_REMOVED:
    case TimelineEntry::KIND_CHECKLIST_TICKED:
    case TimelineEntry::KIND_CHECKLIST_UNTICKED:
      return Built::kChange;
    case TimelineEntry::KIND_TASK_CREATED:
    case TimelineEntry::KIND_TASK_COMPLETED:
    case TimelineEntry::KIND_TASK_RESCHEDULED:
    case TimelineEntry::KIND_TASK_REASSIGNED:
      return Built::kTasks;
    case TimelineEntry::KIND_INQUIRY:
      return Built::kInquiries;
    case TimelineEntry::KIND_ACTIVITY:
    case TimelineEntry::KIND_ACTIVITY_UPDATED:
    case TimelineEntry::KIND_ACTIVITY_DELETED:
      return Built::kActivities;
    default:  // notes, files, approvals, deals about it, and what else a later release knows
      return Built::kMore;
  }
}

// Of each but kNothing, in its order.
const std::array<Obstacle, 6>& Obstacles() {
  static const std::array<Obstacle, 6> all{
      {{"DEAL_MOVED", {"The deal has been moved.", "Сделку двигали по этапам."}},
       {"DEAL_CHANGED", {"The deal has been changed.", "Сделку меняли."}},
       {"DEAL_HAS_TASKS", {"Something was done about the deal's tasks.", "С задачами сделки работали."}},
       {"DEAL_HAS_INQUIRIES", {"The client has written again.", "По сделке пришла заявка."}},
       {"DEAL_HAS_ACTIVITIES", {"Calls or messages were noted.", "В сделке отмечены звонки или сообщения."}},
       {"DEAL_HAS_MORE",
        {"The deal has notes, files, approvals or linked deals.",
         "В сделке есть примечания, файлы, согласования или связанные сделки."}}}};
  return all;
}

TimelineEntry EntryAbout(int64_t deal_id, TimelineEntry::Kind kind, int64_t other_id) {
  TimelineEntry entry;
  entry.set_deal_id(deal_id);
  entry.set_kind(kind);
  entry.set_linked_deal_id(other_id);
  return entry;
}

}  // namespace

void TellOfConversion(Session& session, const Deal& before, const Deal& deal) {
  auto of_lead = EntryAbout(before.id(), TimelineEntry::KIND_LEAD_CONVERTED, deal.id());
  of_lead.set_from_pipeline(before.pipeline());
  of_lead.set_from_stage(before.stage());
  of_lead.set_to_pipeline(deal.pipeline());
  of_lead.set_to_stage(deal.stage());
  Timeline(session).Add(std::move(of_lead));
  Timeline(session).Add(EntryAbout(deal.id(), TimelineEntry::KIND_LEAD_CONVERTED, before.id()));
}

void TellOfUndoing(Session& session, const Deal& lead, const Deal& deal, const std::string& why) {
  for (auto entry : {EntryAbout(lead.id(), TimelineEntry::KIND_CONVERSION_UNDONE, deal.id()),
                     EntryAbout(deal.id(), TimelineEntry::KIND_CONVERSION_UNDONE, lead.id())}) {
    entry.set_text(why);
    Timeline(session).Add(std::move(entry));
  }
}

std::optional<TimelineEntry> StandingConversionOf(Session& session, int64_t lead_id) {
  auto last = session.db.SelectOne<TimelineEntry>(
      "SELECT {columns} FROM timeline WHERE account_id = ? AND deal_id = ? AND kind IN (?, ?) "
      "ORDER BY create_time DESC, id DESC LIMIT 1",
      session.account_id(), lead_id, TimelineEntry::KIND_LEAD_CONVERTED, TimelineEntry::KIND_CONVERSION_UNDONE);
  if (last && last->kind() != TimelineEntry::KIND_LEAD_CONVERTED) last.reset();
  return last;
}

void CheckNothingBuilt(Session& session, int64_t deal_id, rpc::Violations& violations) {
  std::set<Built> found;
  const auto kinds = session.db.Query("SELECT DISTINCT kind FROM timeline WHERE account_id = ? AND deal_id = ?",
                                      session.account_id(), deal_id);
  for (const auto& row : kinds) found.insert(BuiltBy(static_cast<TimelineEntry::Kind>(row.Int(0))));
  found.erase(Built::kNothing);
  for (const Built built : found) {
    const auto& obstacle = Obstacles().at(static_cast<std::size_t>(built) - 1);
    violations.Add(obstacle.reason, "deal_id", obstacle.text);
  }
}

}  // namespace voronka::crm
