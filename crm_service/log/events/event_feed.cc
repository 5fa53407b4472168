#include "crm_service/log/events/event_feed.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "foundation/rpc/requests/error.h"
#include "foundation/storage/errors.h"
#include "foundation/wire/message_sizes.h"

namespace voronka::crm {
namespace {

constexpr int64_t kNotFollowed = -1;

rpc::Error EventsGone() {
  return rpc::Error(rpc::Code::kUnavailable,
                    {"EVENTS_GONE",
                     "",
                     {"The events after the cursor have been deleted; continue with this cursor.",
                      "То, что следует за курсором, удалено; продолжите с него."}});
}

std::vector<int64_t> OffsetsOf(const v1::WatchRequest& request) {
  if (request.cursors().empty()) return std::vector<int64_t>(rpc::kPartitions, 0);
  std::vector<int64_t> offsets(rpc::kPartitions, kNotFollowed);
  rpc::Violations violations;
  for (int i = 0; i < request.cursors_size(); ++i) {
    auto& offset = offsets.at(request.cursors(i).partition());
    violations.AddUnless(offset == kNotFollowed, "DUPLICATE_PARTITION", "cursors[" + std::to_string(i) + "].partition",
                         {"The partition is listed twice.", "Раздел указан дважды."});
    offset = request.cursors(i).offset();
  }
  violations.ThrowIfAny();
  return offsets;
}

// In as few messages as possible: a message costs more than the events in it.
void Pack(const SharedEvents& events, std::vector<v1::WatchResponse>& responses) {
  size_t bytes = 0;
  for (const auto& event : events) {
    const size_t more = event->ByteSizeLong();
    bytes += more;
    if (&event == &events.front() || bytes > rpc::kPageBytes) {
      responses.emplace_back();
      bytes = more;
    }
    *responses.back().mutable_events()->add_events() = *event;
  }
}

}  // namespace

EventFeed::EventFeed(const v1::WatchRequest& request, const events::Tail& tail, RecentEvents& recent, process::Log& log)
    : tail_(tail),
      recent_(recent),
      log_(log),
      history_(request.history()),
      followed_(tail.History()),
      offsets_(OffsetsOf(request)) {}

std::vector<v1::WatchResponse> EventFeed::Read(storage::Connection& db) {
  if (!greeted_ ? IsLost(db) : tail_.History() != followed_) return {Resync(db)};
  std::vector<v1::WatchResponse> responses;
  if (!greeted_) responses.push_back(Bookmark());
  greeted_ = true;
  const auto events = ReadEvents(db);
  caught_up_ |= events.empty();
  Pack(events, responses);
  return responses;
}

SharedEvents EventFeed::ReadEvents(storage::Connection& db) {
  const auto unread = Unread();
  if (caught_up_) recent_.ReadAhead(db, followed_, unread);
  SharedEvents events;
  for (const auto& [partition, after, upto] : unread) {
    try {
      std::ranges::move(ReadPartition(db, partition, upto), std::back_inserter(events));
    } catch (const std::exception& error) {
      if (EndsTheStream(partition, error)) throw;
      LeaveOut(partition, error);
    }
  }
  return events;
}

std::vector<events::Range> EventFeed::Unread() const {
  std::vector<events::Range> unread;
  for (int partition = 0; partition < rpc::kPartitions; ++partition) {
    const int64_t upto = tail_.DurableHead(partition);
    const int64_t offset = offsets_[partition];
    if (offset != kNotFollowed && offset < upto && !left_out_.contains(partition))
      unread.push_back({partition, offset, upto});
  }
  return unread;
}

bool EventFeed::EndsTheStream(int partition, const std::exception& error) const {
  const bool database_is_away = dynamic_cast<const storage::Unavailable*>(&error) != nullptr;
  return database_is_away || offsets_[partition] + 1 < tail_.FirstOffset(partition);
}

void EventFeed::LeaveOut(int partition, const std::exception& error) {
  left_out_.insert(partition);
  log_.Error("a partition of the event log cannot be read: its accounts stand still",
             {{"partition", partition}, {"after", offsets_[partition]}, {"error", error.what()}});
}

SharedEvents EventFeed::ReadPartition(storage::Connection& db, int partition, int64_t upto) {
  auto page = caught_up_ ? recent_.Read(db, followed_, partition, offsets_[partition], upto)
                         : recent_.ReadLog(db, partition, offsets_[partition], upto);
  // All of it has been deleted since this stream began. The next stream, with the same cursor, begins with a resync.
  if (page.events.empty()) throw EventsGone();
  offsets_[partition] = page.upto;
  return std::move(page.events);
}

v1::WatchResponse EventFeed::Bookmark() {
  v1::WatchResponse response;
  FillCursors(*response.mutable_bookmark(), followed_);
  return response;
}

bool EventFeed::IsLost(storage::Connection& db) const {
  const bool begins = std::all_of(offsets_.begin(), offsets_.end(), [](int64_t offset) { return offset <= 0; });
  if (history_ != tail_.History() && !(begins && history_.empty())) return true;
  for (int partition = 0; partition < rpc::kPartitions; ++partition) {
    const int64_t offset = offsets_[partition];
    if (offset == kNotFollowed) continue;
    if (offset + 1 < tail_.FirstOffset(partition)) return true;
  }
  return IsBeyondTheEnd(db);
}

bool EventFeed::IsBeyondTheEnd(storage::Connection& db) const {
  const auto is_beyond = [this](const auto& head_of) {
    for (int partition = 0; partition < rpc::kPartitions; ++partition) {
      if (offsets_[partition] > head_of(partition)) return true;
    }
    return false;
  };
  if (!is_beyond([this](int partition) { return tail_.DurableHead(partition); })) return false;
  // The cursors may come from another replica that was ahead of this one.
  const auto extents = events::Log::Extents(db);
  return is_beyond([&](int partition) { return extents[partition].head; });
}

v1::WatchResponse EventFeed::Resync(storage::Connection& db) {
  resync_ = true;
  std::string history = tail_.History();
  if (history == history_ && IsBeyondTheEnd(db)) {
    log_.Error(
        "a follower is beyond the end of the event log: a backup has been restored, and all who follow start over",
        {{"history", history_}});
    history = events::Log::BeginAnew(db, history_);
  }
  for (int partition = 0; partition < rpc::kPartitions; ++partition) {
    if (offsets_[partition] != kNotFollowed) offsets_[partition] = tail_.DurableHead(partition);
  }
  v1::WatchResponse response;
  FillCursors(*response.mutable_resync(), history);
  return response;
}

void EventFeed::FillCursors(v1::Bookmark& bookmark, const std::string& history) const {
  bookmark.set_history(history);
  for (int partition = 0; partition < rpc::kPartitions; ++partition) {
    if (offsets_[partition] == kNotFollowed) continue;
    auto& cursor = *bookmark.add_cursors();
    cursor.set_partition(partition);
    cursor.set_offset(offsets_[partition]);
  }
}

}  // namespace voronka::crm
