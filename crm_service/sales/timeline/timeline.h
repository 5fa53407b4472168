#pragma once

#include <vector>

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/page.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// The table `timeline`, ordered by time. Ids do not follow time: replicas take them in blocks, so a later entry may
// have a smaller id.
class Timeline {
 public:
  explicit Timeline(rpc::Session& session) : session_(session) {}

  // Fills in who acts and when.
  v1::TimelineEntry Add(v1::TimelineEntry entry);
  // The deal's entries after the page's key, which is time and id.
  std::vector<v1::TimelineEntry> Of(int64_t deal_id, const rpc::Page& page);
  // Whether the user's latest offer of this deal was reclaimed because they did not take it in time.
  bool LastOfferExpired(int64_t deal_id, int64_t user_id);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
