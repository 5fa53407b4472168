#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/system/moments.h"

namespace voronka::testing {

// A row of an event log: of the CRM's, or of the notifier's.
struct LogEntry {
  int partition = 0;
  int64_t offset = 0;
  int64_t account_id = 0;
  // Whom it is for, in the notifier's log; 0 in the CRM's.
  int64_t topic = 0;
  Moment create_time;
  std::string payload;
};

// By partition, then offset.
using Log = std::vector<LogEntry>;

// Everything up to the offset of each partition has been given.
using Cursors = std::map<int, int64_t>;

// One message of a stream, or one event of a batch.
struct Delivery {
  Moment arrived;
  // Where the stream stands after it; of an event, in its partition alone.
  Cursors cursors;
  // Nothing for a bookmark.
  std::optional<std::string> payload;
};

// From an opening of the stream to its end.
struct StreamSession {
  // Empty when it was opened without: the first bookmark tells where it begins.
  Cursors from;
  std::vector<Delivery> deliveries = {};
};

// What a subscriber got, over all its streams, each of which went on from where it chose.
struct StreamRecord {
  std::string subscriber;
  // Whose entries it is to get; 0: everybody's.
  int64_t account_id = 0;
  int64_t topic = 0;
  std::vector<StreamSession> sessions = {};
};

}  // namespace voronka::testing
