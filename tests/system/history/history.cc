#include "tests/system/history/history.h"

namespace voronka::testing {

Log LogOf(const std::vector<crm::v1::Event>& events) {
  Log log;
  log.reserve(events.size());
  for (const auto& event : events) {
    log.push_back({.partition = event.partition(),
                   .offset = event.offset(),
                   .account_id = event.account_id(),
                   .create_time = MomentOf(event.create_time()),
                   .payload = event.SerializeAsString()});
  }
  return log;
}

}  // namespace voronka::testing
