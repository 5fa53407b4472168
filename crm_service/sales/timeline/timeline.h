#pragma once

#include "foundation/rpc/session.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// The table `timeline`. Its order is that of time: ids come in blocks, and of two replicas the later may write the
// smaller one.
class Timeline {
 public:
  explicit Timeline(rpc::Session& session) : session_(session) {}

  // Adds what the session does to a deal: who and when are filled in.
  v1::TimelineEntry Add(v1::TimelineEntry entry);
  v1::TimelineEntry AddNote(const v1::AddNoteRequest& request);
  v1::ListTimelineResponse List(const v1::ListTimelineRequest& request);
  // Whether the deal was last taken back from the user because they had not taken it in time.
  bool LetLapse(int64_t deal_id, int64_t user_id);

 private:
  // All that the clients sent.
  void AddInquiries(google::protobuf::RepeatedPtrField<v1::TimelineEntry>& entries);

  rpc::Session& session_;
};

}  // namespace voronka::crm
