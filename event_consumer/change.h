#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "foundation/rpc/requests/field_path.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::events {

// A change of a resource as its readers need it: the whole resource before and after.
template <class Resource>
struct ChangeTo {
  crm::v1::ResourceChange::Kind kind = crm::v1::ResourceChange::KIND_UNSPECIFIED;
  // Empty if the resource was created, or if its state before is not known.
  Resource before = {};
  Resource after = {};
  // Reason given by the actor.
  std::string reason = {};

  bool HasBefore() const { return before.id() != 0; }
};

template <class Resource>
bool IsChangeTo(const crm::v1::Event& event) {
  return event.change().after().Is<Resource>();
}

template <class Resource>
Resource Unpacked(const google::protobuf::Any& packed) {
  Resource resource;
  if (!packed.UnpackTo(&resource)) throw std::runtime_error("this is no " + Resource::descriptor()->full_name());
  return resource;
}

// Fields that the event omits because of their size are empty.
template <class Resource>
Resource Before(const crm::v1::ResourceChange& change, const Resource& after) {
  Resource before = after;
  const auto former = Unpacked<Resource>(change.before());
  std::vector<rpc::FieldPath> changed;
  for (const auto& name : change.changed().paths()) {
    if (auto path = rpc::FieldPath::Parse(*Resource::descriptor(), name)) changed.push_back(*std::move(path));
  }
  rpc::CopyAt(changed, former, before);
  return before;
}

// The event must be about such a resource.
template <class Resource>
ChangeTo<Resource> ReadChange(const crm::v1::Event& event) {
  const auto& change = event.change();
  ChangeTo<Resource> read{
      .kind = change.kind(), .after = Unpacked<Resource>(change.after()), .reason = change.reason()};
  if (change.has_before()) read.before = Before(change, read.after);
  return read;
}

// Calls `handle` with the change if the event is about such a resource.
template <class Resource, class Handle>
void On(const crm::v1::Event& event, const Handle& handle) {
  if (IsChangeTo<Resource>(event)) handle(ReadChange<Resource>(event));
}

}  // namespace voronka::events
