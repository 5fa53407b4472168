#include "crm_service/log/changes/logged_change.h"

#include <utility>

namespace voronka::crm {
namespace {

using v1::Change;
using v1::Event;

// False for an event that no screen shows.
bool FillResource(const Event& event, Change& change) {
  switch (event.change_case()) {
    case Event::kDeal:
      change.set_kind(event.deal().kind());
      *change.mutable_deal() = event.deal().after();
      return true;
    case Event::kTask:
      *change.mutable_task() = event.task().after();
      return true;
    case Event::kContact:
      *change.mutable_contact() = event.contact().after();
      return true;
    case Event::kPipeline:
      *change.mutable_pipeline() = event.pipeline().after();
      return true;
    case Event::kUser:
      *change.mutable_user() = event.user().after();
      return true;
    case Event::kNote:
      *change.mutable_entry() = event.note().entry();
      return true;
    case Event::kInquiry:
      *change.mutable_inquiry() = event.inquiry().inquiry();
      return true;
    case Event::kHeldForm:
      *change.mutable_held_form() = event.held_form().after();
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<Change> ChangeTold(const Event& event) {
  Change change;
  if (!FillResource(event, change)) return std::nullopt;
  *change.mutable_create_time() = event.create_time();
  change.set_actor_user_id(event.actor_user_id());
  return change;
}

std::vector<LoggedChange> ChangesAmong(const std::vector<events::Entry>& entries) {
  std::vector<LoggedChange> changes;
  for (const auto& entry : entries) {
    Event event;
    event.ParseFromString(entry.payload);
    auto change = ChangeTold(event);
    if (!change) continue;
    changes.push_back(
        {entry.offset, entry.account_id, entry.payload.size(), std::make_shared<const Change>(*std::move(change))});
  }
  return changes;
}

}  // namespace voronka::crm
