#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tests/support/account.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::testing {

// The system's event log, as a service gets it that watches from the first event.
class EventLog {
 public:
  // Reads everything that these accounts of one system were answered before the call.
  static EventLog Read(const std::vector<Account*>& accounts);

  // Of one account, in order.
  std::vector<crm::v1::Event> Of(int64_t account_id) const;

  // What is wrong with the offsets, which must begin at 1 and increase by 1 in each partition. Empty: nothing.
  std::string Irregularities() const;

 private:
  std::map<int, std::vector<crm::v1::Event>> partitions_;
};

// How many events each request has written.
std::map<std::string, int> CountByRequest(const std::vector<crm::v1::Event>& events);

}  // namespace voronka::testing
