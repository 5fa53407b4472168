#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "foundation/events/stream_cursor.h"
#include "foundation/events/tail.h"
#include "foundation/rpc/streams/feed.h"
#include "voronka/options/v1/stream_position.pb.h"

namespace voronka::events {

// A stream of one account's part of the log, from a position on. A Response has a `cursor`; one that carries nothing
// else is a `bookmark` or a `resync`.
template <class Response>
class AccountFeed : public rpc::FeedSource<Response> {
 public:
  // `resume` is the position to continue from; none: from now on.
  AccountFeed(const Tail& tail, int64_t account_id, std::optional<options::v1::StreamPosition> resume)
      : tail_(tail), partition_(rpc::PartitionOf(account_id)), resume_(std::move(resume)), history_(tail.History()) {}

  std::vector<Response> Read(storage::Connection& db) final {
    return std::exchange(begun_, true) ? Follow(db, offset_) : Begin(db);
  }

  Response Bookmark() final {
    auto response = At(offset_);
    response.mutable_bookmark();
    return response;
  }

 protected:
  // The entries after `offset` that may already be served, in order, at most a page of them. Moves `offset` to where
  // they end. Empty only if nothing is left.
  virtual std::vector<Response> Follow(storage::Connection& db, int64_t& offset) = 0;

  // A response that says that everything up to `offset` has been sent.
  Response At(int64_t offset) const {
    options::v1::StreamPosition position;
    position.set_history(history_);
    position.set_offset(offset);
    Response response;
    response.set_cursor(EncodeCursor(position));
    return response;
  }
  int64_t DurableHead() const { return tail_.DurableHead(partition_); }

 private:
  std::vector<Response> Begin(storage::Connection& db) {
    if (resume_ && LogReachesFrom(*resume_, db)) {
      offset_ = resume_->offset();
      auto missed = Follow(db, offset_);
      // A client that has missed nothing learns at once that it is connected again, instead of at the next bookmark.
      if (missed.empty()) missed.push_back(Bookmark());
      return missed;
    }
    offset_ = DurableHead();
    auto first = Bookmark();
    if (resume_) first.mutable_resync();
    return {std::move(first)};
  }

  bool LogReachesFrom(const options::v1::StreamPosition& position, storage::Connection& db) const {
    if (position.history() != history_ || position.offset() + 1 < tail_.FirstOffset(partition_)) return false;
    if (position.offset() <= DurableHead()) return true;
    // The cursor may come from another replica that was ahead of this one.
    return position.offset() <= Log::Extents(db).at(partition_).head;
  }

  const Tail& tail_;
  const int partition_;
  const std::optional<options::v1::StreamPosition> resume_;
  const std::string history_;
  bool begun_ = false;
  // Everything up to here has been read.
  int64_t offset_ = 0;
};

}  // namespace voronka::events
