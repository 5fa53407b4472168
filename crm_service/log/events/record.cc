#include "crm_service/log/events/record.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/time_util.h>

#include <stdexcept>

#include "voronka/crm/v1/event.pb.h"

namespace voronka::crm {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::util::TimeUtil;

// The field of Event whose message has an `after` of this type.
const FieldDescriptor& ChangeOf(const Descriptor& resource) {
  const auto& change = *v1::Event::descriptor()->FindOneofByName("change");
  for (int i = 0; i < change.field_count(); ++i) {
    const auto* after = change.field(i)->message_type()->FindFieldByName("after");
    if (after != nullptr && after->message_type() == &resource) return *change.field(i);
  }
  throw std::logic_error(resource.full_name() + " has no change in the event log");
}

void Fill(const char* field, const Message& resource, Message& change) {
  const auto* descriptor = change.GetDescriptor()->FindFieldByName(field);
  change.GetReflection()->MutableMessage(&change, descriptor)->CopyFrom(resource);
}

}  // namespace

void Record(rpc::Session& session, v1::Event change) {
  if (change.account_id() == 0) change.set_account_id(session.account_id());
  *change.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session.Now());
  change.set_actor_user_id(session.caller.user_id);
  change.set_actor_service(session.caller.service);
  change.set_request_id(session.origin.request_id);
  change.set_cause(session.origin.cause);
  session.Announce({change.account_id(), 0, change.SerializeAsString()});
}

void RecordChange(rpc::Session& session, int64_t account_id, const Message* before, const Message& after) {
  v1::Event event;
  event.set_account_id(account_id);
  Message& change = *event.GetReflection()->MutableMessage(&event, &ChangeOf(*after.GetDescriptor()));
  if (before != nullptr) Fill("before", *before, change);
  Fill("after", after, change);
  Record(session, std::move(event));
}

}  // namespace voronka::crm
