#include "crm_service/sales/timeline/timeline_steps.h"

#include <google/protobuf/util/time_util.h>

#include <unordered_map>
#include <utility>
#include <vector>

#include "crm_service/log/events/record.h"
#include "crm_service/sales/timeline/timeline.h"
#include "foundation/rpc/calls/table.h"
#include "foundation/rpc/requests/page.h"
#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using rpc::Session;
using v1::TimelineEntry;

namespace {

void AddInquiries(Session& session, google::protobuf::RepeatedPtrField<TimelineEntry>& entries) {
  std::unordered_map<int64_t, TimelineEntry*> by_inquiry;
  std::vector<int64_t> ids;
  for (auto& entry : entries) {
    by_inquiry.emplace(entry.inquiry_id(), &entry);
    ids.push_back(entry.inquiry_id());
  }
  for (auto& inquiry : storage::SelectByIds<v1::Inquiry>(
           session.db, "SELECT {columns} FROM inquiries WHERE account_id = ? AND id IN ({ids})", {session.account_id()},
           ids)) {
    *by_inquiry.at(inquiry.id())->mutable_inquiry() = std::move(inquiry);
  }
}

}  // namespace

v1::ListTimelineResponse ListTimeline(Session& session, const v1::ListTimelineRequest& request) {
  const rpc::Page page(request, {0, 0});
  rpc::Table<v1::Deal>(session).Get(request.deal_id());
  v1::ListTimelineResponse response;
  page.Fill(Timeline(session).Of(request.deal_id(), page), response.mutable_entries(),
            response.mutable_next_page_token(), [](const TimelineEntry& entry) {
              return std::vector{TimeUtil::TimestampToMicroseconds(entry.create_time()), entry.id()};
            });
  AddInquiries(session, *response.mutable_entries());
  return response;
}

TimelineEntry AddNote(Session& session, const v1::AddNoteRequest& request) {
  rpc::Table<v1::Deal>(session).Get(request.deal_id());
  TimelineEntry note;
  note.set_deal_id(request.deal_id());
  note.set_kind(TimelineEntry::KIND_NOTE);
  note.set_text(request.text());
  note = Timeline(session).Add(std::move(note));
  RecordChange(session, session.account_id(), nullptr, note);
  return note;
}

}  // namespace voronka::crm
