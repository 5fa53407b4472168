#pragma once

#include <exception>
#include <set>
#include <vector>

#include "crm_service/log/events/recent_events.h"
#include "foundation/events/tail.h"
#include "foundation/rpc/streams/feed.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::crm {

// All watchers of the event log are woken under this topic.
inline constexpr rpc::StreamRegistry::Topic kEveryEvent{0, 0};

// What a watcher receives: the durable events after its cursors.
class EventFeed : public rpc::FeedSource<v1::WatchResponse> {
 public:
  // Throws INVALID_ARGUMENT for a partition that is listed twice.
  EventFeed(const v1::WatchRequest& request, const events::Tail& tail, RecentEvents& recent, process::Log& log);

  rpc::StreamRegistry::Topic topic() const override { return kEveryEvent; }
  std::vector<v1::WatchResponse> Read(storage::Connection& db) override;
  v1::WatchResponse Bookmark() override;
  bool Ended() const override { return resync_; }

 private:
  // The cursors belong to another log, are older than the retention, or are beyond the end of the log.
  bool IsLost(storage::Connection& db) const;
  bool IsBeyondTheEnd(storage::Connection& db) const;
  v1::WatchResponse Resync(storage::Connection& db);
  // True when the database is down, or the retention has passed the cursor: the next stream continues, or begins with
  // a resync.
  bool EndsTheStream(int partition, const std::exception& error) const;
  // Skips the partition until the stream ends: one broken partition must not stop the others.
  void LeaveOut(int partition, const std::exception& error);
  // At most a page of each partition.
  SharedEvents ReadEvents(storage::Connection& db);
  // What is left to read of each partition.
  std::vector<events::Range> Unread() const;
  SharedEvents ReadPartition(storage::Connection& db, int partition, int64_t upto);
  void FillCursors(v1::Bookmark& bookmark, const std::string& history) const;

  const events::Tail& tail_;
  RecentEvents& recent_;
  process::Log& log_;
  // The log that the cursors belong to, as the caller says, and the log that is being read.
  const std::string history_;
  const std::string followed_;
  // By partition: the offset of the last event delivered; -1: the partition is not followed.
  std::vector<int64_t> offsets_;
  std::set<int> left_out_;
  bool greeted_ = false;
  // Since the start, everything that was there has been read.
  bool caught_up_ = false;
  bool resync_ = false;
};

}  // namespace voronka::crm
