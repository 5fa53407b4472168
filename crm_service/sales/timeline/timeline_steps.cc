#include "crm_service/sales/timeline/timeline_steps.h"

#include <google/protobuf/util/time_util.h>

#include <utility>
#include <vector>

#include "crm_service/log/events/record.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "crm_service/sales/timeline/noted_files.h"
#include "crm_service/sales/timeline/timeline.h"
#include "crm_service/sales/timeline/told_entries.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using rpc::Session;
using v1::TimelineEntry;

v1::ListTimelineResponse ListTimeline(Session& session, const v1::ListTimelineRequest& request) {
  const rpc::Page page(request, {0, 0});
  GetSeenDeal(session, request.deal_id());
  auto entries = Timeline(session).Of(request.deal_id(), page);
  TellWhole(session, entries);
  v1::ListTimelineResponse response;
  page.Fill(std::move(entries), response.mutable_entries(), response.mutable_next_page_token(),
            [](const TimelineEntry& entry) {
              return std::vector{TimeUtil::TimestampToMicroseconds(entry.create_time()), entry.id()};
            });
  return response;
}

TimelineEntry AddNote(Session& session, const v1::AddNoteRequest& request) {
  GetSeenDeal(session, request.deal_id());
  rpc::Violations violations;
  auto files = FilesOfNote(session, request, violations);
  violations.ThrowIfAny();
  TimelineEntry note;
  note.set_deal_id(request.deal_id());
  note.set_kind(TimelineEntry::KIND_NOTE);
  note.set_text(request.text());
  if (!files.files().empty()) *note.mutable_noted_files() = std::move(files);
  note = Timeline(session).Add(std::move(note));
  RecordChange(session, session.account_id(), nullptr, note);
  return note;
}

}  // namespace voronka::crm
