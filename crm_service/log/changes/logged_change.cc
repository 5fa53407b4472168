#include "crm_service/log/changes/logged_change.h"

#include <google/protobuf/message.h>

#include <algorithm>
#include <utility>

#include "crm_service/log/events/packed_resource.h"
#include "voronka/options/v1/resource.pb.h"

namespace voronka::crm {
namespace {

using google::protobuf::Message;
using google::protobuf::MessageFactory;
using v1::Change;
using v1::Event;

bool IsLive(const google::protobuf::Any& resource) {
  const auto* type = TypeOf(resource);
  return type != nullptr && type->options().GetExtension(options::v1::resource).live() && !IsDamaged(resource);
}

// Who had the resource before, as its fields tell.
void TellFormerUser(const v1::ResourceChange& logged, Change& change) {
  const auto* type = TypeOf(logged.before());
  if (type == nullptr) return;
  for (const char* name : {"responsible_user_id", "assignee_user_id"}) {
    const auto* field = type->FindFieldByName(name);
    const auto& changed = logged.changed().paths();
    if (field == nullptr || std::ranges::find(changed, name) == changed.end()) continue;
    const std::unique_ptr<Message> before(MessageFactory::generated_factory()->GetPrototype(type)->New());
    if (!before->ParseFromString(logged.before().value())) continue;
    change.set_former_user_id(before->GetReflection()->GetInt64(*before, field));
  }
}

}  // namespace

std::optional<Change> ChangeTold(Event event) {
  auto& logged = *event.mutable_change();
  if (!IsLive(logged.after())) return std::nullopt;
  Change change;
  *change.mutable_create_time() = event.create_time();
  change.set_actor_user_id(event.actor_user_id());
  change.set_kind(logged.kind());
  change.set_resource_id(logged.resource_id());
  TellFormerUser(logged, change);
  *change.mutable_resource() = std::move(*logged.mutable_after());
  return change;
}

std::vector<LoggedChange> ChangesAmong(const std::vector<events::Entry>& entries) {
  std::vector<LoggedChange> changes;
  for (const auto& entry : entries) {
    Event event;
    // A damaged event is reported by the event feed.
    if (!event.ParseFromString(entry.payload)) continue;
    auto change = ChangeTold(std::move(event));
    if (!change) continue;
    changes.push_back(
        {entry.offset, entry.account_id, entry.payload.size(), std::make_shared<const Change>(*std::move(change))});
  }
  return changes;
}

}  // namespace voronka::crm
