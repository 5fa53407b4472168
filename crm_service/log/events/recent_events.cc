#include "crm_service/log/events/recent_events.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "crm_service/log/events/packed_resource.h"
#include "foundation/wire/message_sizes.h"

namespace voronka::crm {
namespace {

constexpr int kEventsAtOnce = 100;
// Of one partition. Followers that keep up need a few; those that do not read the log.
constexpr size_t kMostKept = 2 * kEventsAtOnce;
constexpr size_t kMostKeptBytes = 256 << 10;

bool HoldsDamage(const v1::ResourceChange& change) {
  return IsDamaged(change.after()) || (change.has_before() && IsDamaged(change.before())) ||
         (change.has_subject() && IsDamaged(change.subject()));
}

}  // namespace

void RecentEvents::ReadAhead(storage::Connection& db, const std::string& history,
                             std::span<const events::Range> ranges) {
  try {
    TryReadAhead(db, history, ranges);
  } catch (const std::exception&) {
    // Whoever reads the partition meets it again.
  }
}

void RecentEvents::TryReadAhead(storage::Connection& db, const std::string& history,
                                std::span<const events::Range> ranges) {
  std::vector<std::unique_lock<std::mutex>> locks;
  std::vector<events::Range> unread;
  for (const auto& range : ranges) {
    Kept& kept = kept_.at(range.partition);
    std::unique_lock lock(kept.mutex);
    if (!CanKeep(kept, history, range.after) || kept.end >= range.upto) continue;
    unread.push_back({range.partition, kept.end, range.upto});
    locks.push_back(std::move(lock));
  }
  if (unread.size() < 2) return;
  for (const auto& [partition, logged] : events::Log::ReadTogether(db, unread)) {
    Keep(kept_.at(partition), Decoded(logged));
  }
}

EventPage RecentEvents::Read(storage::Connection& db, const std::string& history, int partition, int64_t after,
                             int64_t upto) {
  Kept& kept = kept_.at(partition);
  const std::lock_guard lock(kept.mutex);
  if (!CanKeep(kept, history, after)) return ReadLog(db, partition, after, upto);
  if (after < kept.end) return PageOf(kept, after, upto);
  auto page = ReadLog(db, partition, after, upto);
  Keep(kept, page);
  return page;
}

EventPage RecentEvents::ReadLog(storage::Connection& db, int partition, int64_t after, int64_t upto) const {
  auto page = Decoded(events::Log::Read(db, partition, after, upto, kEventsAtOnce));
  // All of it has been deleted: nothing may be passed over in silence.
  if (page.events.empty()) page.upto = after;
  return page;
}

EventPage RecentEvents::Decoded(const events::LogPage& logged) const {
  EventPage page{{}, logged.upto};
  for (const auto& entry : logged.entries) page.events.push_back(std::make_shared<const v1::Event>(Decoded(entry)));
  return page;
}

bool RecentEvents::CanKeep(Kept& kept, const std::string& history, int64_t after) {
  if (kept.history != history || after > kept.end) {
    kept.history = history;
    kept.events.clear();
    kept.bytes = 0;
    kept.begin = kept.end = after;
  }
  return after >= kept.begin;
}

void RecentEvents::Keep(Kept& kept, const EventPage& page) {
  kept.end = page.upto;
  for (const auto& event : page.events) kept.bytes += event->ByteSizeLong();
  kept.events.insert(kept.events.end(), page.events.begin(), page.events.end());
  while (kept.events.size() > kMostKept || (kept.bytes > kMostKeptBytes && kept.events.size() > 1)) {
    kept.begin = kept.events.front()->offset();
    kept.bytes -= kept.events.front()->ByteSizeLong();
    kept.events.pop_front();
  }
}

EventPage RecentEvents::PageOf(const Kept& kept, int64_t after, int64_t upto) {
  EventPage page{{}, after};
  size_t bytes = 0;
  const auto first =
      std::ranges::upper_bound(kept.events, after, {}, [](const auto& event) { return event->offset(); });
  for (auto each = first; each != kept.events.end() && (*each)->offset() <= upto; ++each) {
    bytes += (*each)->ByteSizeLong();
    if (page.events.size() == kEventsAtOnce || (!page.events.empty() && bytes > rpc::kPageBytes)) break;
    page.events.push_back(*each);
    page.upto = (*each)->offset();
  }
  return page;
}

v1::Event RecentEvents::Decoded(const events::Entry& entry) const {
  v1::Event event;
  if (!event.ParseFromString(entry.payload) || HoldsDamage(event.change())) {
    event.Clear();
    log_.Error("an event is stored damaged: nothing follows from it",
               {{"account", entry.account_id}, {"partition", entry.partition}, {"offset", entry.offset}});
  }
  event.set_account_id(entry.account_id);
  event.set_partition(entry.partition);
  event.set_offset(entry.offset);
  return event;
}

}  // namespace voronka::crm
