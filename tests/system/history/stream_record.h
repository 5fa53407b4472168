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
  // The recipient in the notifier's log; 0 in the CRM's.
  int64_t topic = 0;
  Moment create_time;
  std::string payload;
};

// By partition, then offset.
using Log = std::vector<LogEntry>;

// The stream has delivered everything up to these offsets of the partitions.
using Cursors = std::map<int, int64_t>;

// One message of a stream, or one event of a batch.
struct Delivery {
  Moment arrived;
  // The stream's position after it; for an event, only in its own partition.
  Cursors cursors;
  // Nothing for a bookmark.
  std::optional<std::string> payload;
};

// A stream from its opening to its end.
struct StreamSession {
  // Empty if it was opened without a cursor: the first bookmark then says where it begins.
  Cursors from;
  std::vector<Delivery> deliveries = {};
};

// What a subscriber received over all its streams, each of which resumed at a cursor of its choice.
struct StreamRecord {
  std::string subscriber;
  // Whose entries it must receive; 0: everybody's.
  int64_t account_id = 0;
  int64_t topic = 0;
  std::vector<StreamSession> sessions = {};
};

}  // namespace voronka::testing
