#include "crm_service/intake/unsorted/attaching.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/clients/sight/held_clients.h"
#include "crm_service/log/events/record.h"
#include "crm_service/log/events/resource_change.h"
#include "crm_service/sales/deals/deal_contacts.h"
#include "crm_service/sales/timeline/timeline.h"
#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/field_set.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

using rpc::Session;
using v1::Deal;
using v1::Inquiry;
using v1::TimelineEntry;

namespace {

using Ids = std::vector<int64_t>;

// Returns the id of the new participation; 0: they took part in the deal already.
int64_t JoinClient(Session& session, int64_t contact_id, const Deal& to) {
  if (contact_id == 0 || contact_id == to.contact_id()) return 0;
  DealContacts table(session);
  const auto others = table.Of(to.id());
  if (std::ranges::find(others, contact_id, &v1::DealContact::contact_id) != others.end()) return 0;
  v1::DealContact joining;
  joining.set_deal_id(to.id());
  joining.set_contact_id(contact_id);
  HoldContact(session, contact_id);
  return table.Add(std::move(joining)).id();
}

void PartFromClient(Session& session, int64_t deal_contact_id) {
  if (deal_contact_id == 0) return;
  DealContacts table(session);
  if (const auto joined = table.Find(deal_contact_id)) table.Remove(*joined);
}

void MoveRows(Session& session, const std::string& table, const Ids& ids, int64_t from, int64_t to) {
  for (const auto& portion : storage::InPortions(ids)) {
    std::vector<storage::Value> values{to, session.account_id(), from};
    values.insert(values.end(), portion.ids.begin(), portion.ids.end());
    session.db.ExecuteWith("UPDATE " + table + " SET deal_id = ? WHERE account_id = ? AND deal_id = ? AND id IN (" +
                               portion.placeholders + ")",
                           values);
  }
}

// Screens that show either deal read its timeline again; whoever has the other one is told what the client said.
void RecordMoved(Session& session, const Inquiry& before, const Deal& to) {
  auto after = before;
  after.set_deal_id(to.id());
  auto change = ChangeOf(&before, after);
  change.mutable_subject()->PackFrom(to);
  Record(session, session.account_id(), std::move(change));
}

// In the timeline of `to`, about an inquiry of `from`. `stage`: where that one waits again, if the inquiry leaves `to`.
void TellOfJoining(Session& session, const Deal& from, const Deal& to, const v1::Stage* stage = nullptr) {
  TimelineEntry entry;
  entry.set_deal_id(to.id());
  entry.set_kind(TimelineEntry::KIND_UNSORTED_ATTACHED);
  entry.set_linked_deal_id(from.id());
  if (stage != nullptr) {
    entry.set_to_pipeline(from.pipeline());
    entry.set_to_stage(stage->key());
  }
  entry = Timeline(session).Add(std::move(entry));
  RecordChange(session, session.account_id(), nullptr, entry);
}

std::vector<Inquiry> InquiriesOf(Session& session, int64_t deal_id) {
  return session.db.Select<Inquiry>("SELECT {columns} FROM inquiries WHERE account_id = ? AND deal_id = ? ORDER BY id",
                                    session.account_id(), deal_id);
}

Ids SaidIn(Session& session, int64_t deal_id) {
  Ids ids;
  for (const auto& row :
       session.db.Query("SELECT id FROM timeline WHERE account_id = ? AND deal_id = ? AND kind IN (?, ?)",
                        session.account_id(), deal_id, TimelineEntry::KIND_INQUIRY, TimelineEntry::KIND_NOTE)) {
    ids.push_back(row.Int(0));
  }
  return ids;
}

}  // namespace

bool HasWork(Session& session, const Deal& deal) {
  const int64_t account = session.account_id();
  const auto work = session.db.Query(
      "SELECT 1 FROM tasks WHERE account_id = ? AND deal_id = ? "
      "UNION ALL SELECT 1 FROM activities WHERE account_id = ? AND deal_id = ? "
      "UNION ALL SELECT 1 FROM deal_contacts WHERE account_id = ? AND deal_id = ? "
      "UNION ALL SELECT 1 FROM files WHERE account_id = ? AND entity = ? AND entity_id = ? AND delete_time IS NULL "
      "LIMIT 1",
      account, deal.id(), account, deal.id(), account, deal.id(), account, v1::ENTITY_DEAL, deal.id());
  return !work.empty();
}

v1::Attachment Attach(Session& session, const Deal& from, const Deal& to) {
  v1::Attachment attachment;
  attachment.set_deal_id(to.id());
  attachment.set_deal_contact_id(JoinClient(session, from.contact_id(), to));
  const auto inquiries = InquiriesOf(session, from.id());
  Ids inquiry_ids;
  for (const auto& inquiry : inquiries) inquiry_ids.push_back(inquiry.id());
  const Ids entry_ids = SaidIn(session, from.id());
  MoveRows(session, "inquiries", inquiry_ids, from.id(), to.id());
  MoveRows(session, "timeline", entry_ids, from.id(), to.id());
  attachment.mutable_inquiry_ids()->Assign(inquiry_ids.begin(), inquiry_ids.end());
  attachment.mutable_timeline_entry_ids()->Assign(entry_ids.begin(), entry_ids.end());
  TellOfJoining(session, from, to);
  for (const auto& inquiry : inquiries) RecordMoved(session, inquiry, to);
  return attachment;
}

void Detach(Session& session, const Deal& deal, const Deal& from, const v1::Stage& stage) {
  const auto& attachment = deal.attachment();
  const Ids inquiry_ids(attachment.inquiry_ids().begin(), attachment.inquiry_ids().end());
  const Ids entry_ids(attachment.timeline_entry_ids().begin(), attachment.timeline_entry_ids().end());
  const auto inquiries = storage::SelectByIds<Inquiry>(
      session.db, "SELECT {columns} FROM inquiries WHERE account_id = ? AND deal_id = ? AND id IN ({ids})",
      {session.account_id(), from.id()}, inquiry_ids);
  MoveRows(session, "inquiries", inquiry_ids, from.id(), deal.id());
  MoveRows(session, "timeline", entry_ids, from.id(), deal.id());
  PartFromClient(session, attachment.deal_contact_id());
  TellOfJoining(session, deal, from, &stage);
  for (const auto& inquiry : inquiries) RecordMoved(session, inquiry, deal);
}

}  // namespace voronka::crm
