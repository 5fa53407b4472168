#pragma once

#include "foundation/rpc/session.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// The table `timeline`.
class Timeline {
 public:
  explicit Timeline(rpc::Session& session) : session_(session) {}

  // Adds what the session does to a deal: who and when are filled in.
  v1::TimelineEntry Add(v1::TimelineEntry entry);
  v1::TimelineEntry AddNote(const v1::AddNoteRequest& request);
  v1::ListTimelineResponse List(const v1::ListTimelineRequest& request);
  // Whether the deal was ever offered to the user.
  bool WasOffered(int64_t deal_id, int64_t user_id);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
