#pragma once

#include <exception>
#include <set>
#include <vector>

#include "foundation/events/tail.h"
#include "foundation/rpc/streams/feed.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::crm {

// Everybody who watches the log is woken under this topic.
inline constexpr rpc::StreamRegistry::Topic kEveryEvent{0, 0};

// What a watcher gets: the events beyond its cursors, as far as they are durable.
class EventFeed : public rpc::FeedSource<v1::WatchResponse> {
 public:
  // Throws INVALID_ARGUMENT for a partition that is named twice.
  EventFeed(const v1::WatchRequest& request, const events::Tail& tail, process::Log& log);

  rpc::StreamRegistry::Topic topic() const override { return kEveryEvent; }
  std::vector<v1::WatchResponse> Read(storage::Connection& db) override;
  v1::WatchResponse Bookmark() override;
  bool Ended() const override { return resync_; }

 private:
  // The cursors are of another log, or older than the retention.
  bool IsLost() const;
  v1::WatchResponse Resync();
  // Where the database is away, or the retention has passed the cursor: the next stream goes on, or is told so.
  bool EndsTheStream(int partition, const std::exception& error) const;
  // Until the stream ends: one partition that is broken must not stop the others.
  void LeaveOut(int partition, const std::exception& error);
  v1::WatchResponse ReadPartition(storage::Connection& db, int partition, int64_t upto);
  // One that is stored damaged is told in the log, and given without a change: it must not stop all others.
  v1::Event ToEvent(const events::Entry& entry) const;
  void FillCursors(v1::Bookmark& bookmark) const;

  const events::Tail& tail_;
  process::Log& log_;
  const std::string history_;
  // Position in each partition; -1: not followed.
  std::vector<int64_t> offsets_;
  std::set<int> left_out_;
  bool greeted_ = false;
  bool resync_ = false;
};

}  // namespace voronka::crm
