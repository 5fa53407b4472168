#pragma once

#include <memory>
#include <optional>

#include "foundation/events/log.h"
#include "voronka/crm/v1/change.pb.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::crm {

// A change as the log has it. Many streams may give the same one.
struct LoggedChange {
  int64_t offset;
  int64_t account_id;
  // Of the event: more than the change alone.
  size_t bytes;
  std::shared_ptr<const v1::Change> change;
};

// Nothing for an event that no screen shows.
std::optional<v1::Change> ChangeTold(const v1::Event& event);

std::vector<LoggedChange> ChangesAmong(const std::vector<events::Entry>& entries);

}  // namespace voronka::crm
