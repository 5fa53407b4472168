#include "crm_service/sales/timeline/timeline.h"

#include <google/protobuf/util/time_util.h>

#include <unordered_map>

#include "crm_service/sales/deals/deals.h"
#include "crm_service/log/events/record.h"
#include "foundation/rpc/page.h"
#include "foundation/storage/select_by_ids.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;

v1::TimelineEntry Timeline::Add(v1::TimelineEntry entry) {
  entry.set_id(session_.NextId("timeline", storage::Numbering::kInternal));
  *entry.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  entry.set_actor_user_id(session_.caller.user_id);
  entry.set_actor_service(session_.caller.service);
  session_.db.Insert("timeline", {{"account_id", session_.account_id()}}, entry);
  return entry;
}

v1::TimelineEntry Timeline::AddNote(const v1::AddNoteRequest& request) {
  Deals(session_).Get(request.deal_id());
  v1::TimelineEntry note;
  note.set_deal_id(request.deal_id());
  note.set_kind(v1::TimelineEntry::KIND_NOTE);
  note.set_text(request.text());
  note = Add(std::move(note));
  v1::Event event;
  *event.mutable_note()->mutable_entry() = note;
  Record(session_, std::move(event));
  return note;
}

v1::ListTimelineResponse Timeline::List(const v1::ListTimelineRequest& request) {
  const rpc::Page page(request, {0, 0});
  Deals(session_).Get(request.deal_id());
  v1::ListTimelineResponse response;
  page.Fill(session_.db.Select<v1::TimelineEntry>(
                "SELECT {columns} FROM timeline WHERE account_id = ? AND deal_id = ? "
                "AND (create_time > ? OR (create_time = ? AND id > ?)) ORDER BY create_time, id LIMIT ?",
                session_.account_id(), request.deal_id(), page.key(0), page.key(0), page.key(1), page.limit()),
            response.mutable_entries(), response.mutable_next_page_token(), [](const auto& entry) {
              return std::vector{TimeUtil::TimestampToMicroseconds(entry.create_time()), entry.id()};
            });
  AddInquiries(*response.mutable_entries());
  return response;
}

void Timeline::AddInquiries(google::protobuf::RepeatedPtrField<v1::TimelineEntry>& entries) {
  std::unordered_map<int64_t, v1::TimelineEntry*> by_inquiry;
  std::vector<int64_t> ids;
  for (auto& entry : entries) {
    by_inquiry.emplace(entry.inquiry_id(), &entry);
    ids.push_back(entry.inquiry_id());
  }
  for (auto& inquiry : storage::SelectByIds<v1::Inquiry>(
           session_.db, "SELECT {columns} FROM inquiries WHERE account_id = ? AND id IN ({ids})",
           {session_.account_id()}, ids)) {
    *by_inquiry.at(inquiry.id())->mutable_inquiry() = std::move(inquiry);
  }
}

bool Timeline::LetLapse(int64_t deal_id, int64_t user_id) {
  using Entry = v1::TimelineEntry;
  const auto last = session_.db.Query(
      "SELECT kind FROM timeline WHERE account_id = ? AND deal_id = ? AND user_id = ? AND kind IN (?, ?, ?, ?) "
      "ORDER BY create_time DESC, id DESC LIMIT 1",
      session_.account_id(), deal_id, user_id, Entry::KIND_OFFERED, Entry::KIND_OFFER_DECLINED,
      Entry::KIND_OFFER_RECLAIMED, Entry::KIND_REASSIGNED);
  return !last.empty() && last[0].Int(0) == Entry::KIND_OFFER_RECLAIMED;
}

}  // namespace voronka::crm
