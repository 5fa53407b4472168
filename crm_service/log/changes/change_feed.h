#pragma once

#include <memory>

#include "crm_service/log/changes/change_filter.h"
#include "crm_service/log/changes/recent_changes.h"
#include "foundation/events/account_feed.h"
#include "foundation/rpc/calls/caller.h"

namespace voronka::crm {

// The changes that one stream of a user delivers: those of the account that the user may see.
class ChangeFeed final : public events::AccountFeed<v1::WatchChangesResponse> {
 public:
  // `resume`: the position to continue from; absent: start from now.
  ChangeFeed(const events::Tail& tail, RecentChanges& recent, const rpc::Caller& caller,
             std::unique_ptr<ChangeFilter> filter, std::optional<options::v1::StreamPosition> resume);

  rpc::StreamRegistry::Topic topic() const override { return RecentChanges::TopicOf(caller_.account_id); }

 private:
  std::vector<v1::WatchChangesResponse> Follow(storage::Connection& db, int64_t& offset) override;
  ChangePage Next(storage::Connection& db, int64_t offset);

  RecentChanges& recent_;
  const rpc::Caller caller_;
  const std::unique_ptr<ChangeFilter> filter_;
  const RecentChanges::Watch watch_;
};

}  // namespace voronka::crm
