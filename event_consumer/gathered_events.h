#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

#include "voronka/crm/v1/event.pb.h"

namespace voronka::events {

// Events that have arrived together: those that have an effect, and how far all of them reach.
class GatheredEvents {
 public:
  using Events = std::vector<crm::v1::Event>;
  // Whether the event has an effect. If it throws, the event counts as one that has: handling it shows what is wrong,
  // and holds its account only.
  using Concerns = std::function<bool(const crm::v1::Event&)>;

  void Add(crm::v1::EventBatch batch, const Concerns& concerns);
  // Whether there are enough for one go.
  bool AreMany() const;

  // Splits the effective events into steps of a few events of one partition each. Partitions and events stay in order,
  // so that replicas wait for each other instead of deadlocking. Takes them out.
  std::vector<Events> TakeSteps();
  // By partition: the offset of the last event, effective or not.
  const std::map<int, int64_t>& last() const { return last_; }

 private:
  size_t count_ = 0;
  std::map<int, Events> effective_;
  std::map<int, int64_t> last_;
};

}  // namespace voronka::events
