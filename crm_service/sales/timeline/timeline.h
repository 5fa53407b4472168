#pragma once

#include <vector>

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/page.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// The table `timeline`. Its order is that of time: ids come in blocks, and of two replicas the later may write the
// smaller one.
class Timeline {
 public:
  explicit Timeline(rpc::Session& session) : session_(session) {}

  // Adds what the session does to a deal: who and when are filled in.
  v1::TimelineEntry Add(v1::TimelineEntry entry);
  // The deal's entries beyond the page's key, which is time and id.
  std::vector<v1::TimelineEntry> Of(int64_t deal_id, const rpc::Page& page);
  // Whether the deal was last taken back from the user because they had not taken it in time.
  bool LastOfferExpired(int64_t deal_id, int64_t user_id);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
