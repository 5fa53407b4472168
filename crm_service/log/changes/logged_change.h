#pragma once

#include <memory>
#include <optional>

#include "foundation/events/log.h"
#include "voronka/crm/v1/change.pb.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::crm {

// A change read from the log. Many streams may share it.
struct LoggedChange {
  int64_t offset;
  int64_t account_id;
  // The size of the event, which is larger than the change.
  size_t bytes;
  std::shared_ptr<const v1::Change> change;
};

// Nothing for a resource whose changes are not sent to users.
std::optional<v1::Change> ChangeTold(v1::Event event);

std::vector<LoggedChange> ChangesAmong(const std::vector<events::Entry>& entries);

}  // namespace voronka::crm
