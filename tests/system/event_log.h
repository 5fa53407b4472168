#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tests/support/account.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::testing {

// The event log of the system as a service gets it that watches from the first event.
class EventLog {
 public:
  // Reads up to everything that these accounts of one system were answered before the call.
  static EventLog Read(const std::vector<Account*>& accounts);

  // Of one account, in order.
  std::vector<crm::v1::Event> Of(int64_t account_id) const;

  // What is wrong with the offsets: they are to begin with 1 and go up by 1 in each partition. Empty: nothing.
  std::string Irregularities() const;

 private:
  std::map<int, std::vector<crm::v1::Event>> partitions_;
};

// How many of the events each request has made.
std::map<std::string, int> CountByRequest(const std::vector<crm::v1::Event>& events);

}  // namespace voronka::testing
