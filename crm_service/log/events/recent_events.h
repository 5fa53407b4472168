#pragma once

#include <array>
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "foundation/events/log.h"
#include "foundation/process/log.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::crm {

using SharedEvents = std::vector<std::shared_ptr<const v1::Event>>;

// Events of one partition, in order: all there are up to the offset `upto`.
struct EventPage {
  SharedEvents events;
  int64_t upto;
};

// The latest events of each partition, read and decoded once for all who follow the log. Thread-safe.
class RecentEvents {
 public:
  explicit RecentEvents(process::Log& log) : log_(log) {}

  // Call before Read when several partitions have grown: reads what is not kept of all of them in few statements.
  // `ranges` are in the order of partitions. Does not throw: Read works without it, and meets the same error.
  void ReadAhead(storage::Connection& db, const std::string& history, std::span<const events::Range> ranges);
  // The partition's events after `after` and up to `upto`, at most a page; read from the log unless they are kept.
  // `history`: of the log that is followed. Throws as events::Log::Read does.
  EventPage Read(storage::Connection& db, const std::string& history, int partition, int64_t after, int64_t upto);
  // The same as the log has them now: for whoever begins to follow. An operator may have mended an event.
  EventPage ReadLog(storage::Connection& db, int partition, int64_t after, int64_t upto) const;

 private:
  struct Kept {
    // Held while reading the log, so that two followers do not read the same.
    std::mutex mutex;
    std::string history;
    // Every event after `begin`, up to and including `end`.
    int64_t begin = 0;
    int64_t end = 0;
    size_t bytes = 0;
    std::deque<std::shared_ptr<const v1::Event>> events;
  };

  void TryReadAhead(storage::Connection& db, const std::string& history, std::span<const events::Range> ranges);
  EventPage Decoded(const events::LogPage& logged) const;
  // Whether the events after `after` are kept, or can be from now on.
  static bool CanKeep(Kept& kept, const std::string& history, int64_t after);
  static void Keep(Kept& kept, const EventPage& page);
  static EventPage PageOf(const Kept& kept, int64_t after, int64_t upto);
  // A corrupt event is reported in the log and delivered without a change: it must not stop the others.
  v1::Event Decoded(const events::Entry& entry) const;

  process::Log& log_;
  std::array<Kept, rpc::kPartitions> kept_;
};

}  // namespace voronka::crm
